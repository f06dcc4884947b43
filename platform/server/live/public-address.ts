/** What came of asking for our own public address: how far our clock is ahead of the one there, in milliseconds, or why nobody answered. */
export type Reached = { off?: number } | { fault: string }

const patience = 10_000

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as Error & { cause?: { message?: string; code?: string } }
  return cause?.message || cause?.code || message
}

/** Asks for one of our own public addresses as a visitor would. */
export async function reach(address: string): Promise<Reached> {
  const asked = Date.now()
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patience) })
    await response.body?.cancel()
    if (response.status !== 200) return { fault: `the answer is ${response.status}.` }
    const there = Date.parse(response.headers.get('date') ?? '')
    if (Number.isNaN(there)) return {}
    // The other side names whole seconds, and spoke somewhere between our question and its answer.
    const [earliest, latest] = [asked - there - 1000, Date.now() - there]
    return { off: earliest > 0 ? earliest : Math.min(latest, 0) }
  } catch (error) {
    return { fault: `${reasonOf(error)}.` }
  }
}
