const lines = new Map<string, Promise<unknown>>()

/**
 * Lets callers of this process that are about to write the same things go one after the other, instead of losing races on MongoDB and repeating
 * their work. `names` are what they would fight over. Must not be called inside a transaction: it would hold up those who wait for its end.
 */
export async function inLine<Result>(names: readonly string[], work: () => Promise<Result>): Promise<Result> {
  if (names.length === 0) return work()
  const before = names.map((name) => lines.get(name))
  const { promise: mine, resolve } = Promise.withResolvers<void>()
  // Everybody joins all their lines at once, so that no two can wait for each other.
  for (const name of names) lines.set(name, mine)
  try {
    await Promise.all(before)
    return await work()
  } finally {
    resolve()
    for (const name of names) if (lines.get(name) === mine) lines.delete(name)
  }
}
