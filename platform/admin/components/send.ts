import type { Envelope } from '../../errors.ts'

/** Why the platform did not do what was asked. */
export type Refusal = { message: string; code?: string; reference?: string }

const unreachable: Refusal = { message: 'The platform could not be reached. Nothing was changed; try again.' }

/** What to do about it, for refusals that a person can mend. */
const advice: Record<string, string> = {
  ILLEGAL_TRANSITION: 'Somebody else was faster: what you see is up to date now.',
  UNAUTHENTICATED: 'Your session has ended: reload the page and sign in.',
  BUSY: 'Nothing was changed.',
}

/** Reads an answer that is not a success. */
export async function readRefusal(response: Response): Promise<Refusal> {
  const { errors, requestId } = ((await response.json().catch(() => ({}))) ?? {}) as Partial<Envelope>
  const [error] = errors ?? []
  if (!error) return { message: `The platform answered with status ${response.status}.` }
  const details = error.data?.errors?.map(({ message }) => message).filter((message) => message !== error.message) ?? []
  const hint = advice[error.data?.code ?? '']
  return {
    message: [error.message, ...details, ...(hint ? [hint] : [])].join(' '),
    code: error.data?.code,
    ...(requestId && { reference: requestId.slice(0, 8) }),
  }
}

/** Posts JSON to the platform as the signed-in user, done once for a `key`; answers what it said, or why it refused. */
export async function ask<Answer>(path: string, body: unknown, key?: string): Promise<{ answer?: Answer; refusal?: Refusal }> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...(key && { 'Idempotency-Key': key }) },
      body: JSON.stringify(body),
    })
    return response.ok ? { answer: (await response.json()) as Answer } : { refusal: await readRefusal(response) }
  } catch {
    return { refusal: unreachable }
  }
}

/** As `ask`, for what needs no answer: says nothing when it was done, else why not. */
export const send = async (path: string, body: unknown, key?: string): Promise<Refusal | undefined> => (await ask(path, body, key)).refusal
