/** A message of JSON-RPC 2.0 as it was sent; without an id nobody waits for an answer. */
export type Message = { id?: string | number | null; method: string; params: Record<string, unknown> }

/** What goes wrong with a message; what goes wrong with a tool is a result, and what is no message at all gets the answer of the API. */
export const faults = {
  method: [-32601, 'There is no such method.'],
  params: [-32602, 'The parameters are not right.'],
} as const satisfies Record<string, readonly [code: number, text: string]>

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads a message; undefined when it is none. */
export function messageIn(sent: unknown): Message | undefined {
  if (!isObject(sent) || sent.jsonrpc !== '2.0' || typeof sent.method !== 'string') return undefined
  const { id, method, params = {} } = sent
  if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number') return undefined
  return isObject(params) ? { id, method, params } : undefined
}

/** The answer to a message. */
export const answered = (id: Message['id'], result: unknown): Response => Response.json({ jsonrpc: '2.0', id, result })

/** The refusal of a message. */
export function refused(id: Message['id'], fault: keyof typeof faults): Response {
  const [code, message] = faults[fault]
  return Response.json({ jsonrpc: '2.0', id: id ?? null, error: { code, message } })
}
