import type { Envelope } from '../../errors.ts'

/** Why the platform did not do what was asked. */
export type Refusal = { message: string; code?: string; reference?: string }

const unreachable: Refusal = { message: 'The platform could not be reached. Nothing was changed; try again.' }

/** Reads an answer that is not a success. */
export async function readRefusal(response: Response): Promise<Refusal> {
  const { errors, requestId } = ((await response.json().catch(() => ({}))) ?? {}) as Partial<Envelope>
  const [error] = errors ?? []
  if (!error) return { message: `The platform answered with status ${response.status}.` }
  const details = error.data?.errors?.map(({ message }) => message).filter((message) => message !== error.message) ?? []
  return { message: [error.message, ...details].join(' '), code: error.data?.code, ...(requestId && { reference: requestId.slice(0, 8) }) }
}

/** Posts JSON to the platform as the signed-in user; answers nothing when it was done, else why not. */
export async function send(path: string, body: unknown): Promise<Refusal | undefined> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    })
    return response.ok ? undefined : readRefusal(response)
  } catch {
    return unreachable
  }
}
