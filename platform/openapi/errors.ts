import { type ErrorTable, platformErrors } from '../errors.ts'
import { formErrors } from '../form-ticket.ts'
import { idempotencyErrors } from '../idempotency/idempotent.ts'
import { type Json, ref } from './json.ts'

/** The tables of errors of a configuration, by their owners. */
export const errorTables = ({ custom }: { custom?: Record<string, unknown> }): Record<string, ErrorTable> => ({
  platform: platformErrors,
  idempotency: idempotencyErrors,
  forms: formErrors,
  ...(custom?.errors as Record<string, ErrorTable> | undefined),
})

/** Every error that the API answers, by its code. */
const errorsOf = (config: { custom?: Record<string, unknown> }): ErrorTable => Object.assign({}, ...Object.values(errorTables(config)))

const text = { type: 'string' }

/** How every failed answer looks. */
export const errorSchemas = (config: { custom?: Record<string, unknown> }): Record<string, Json> => ({
  ErrorCode: {
    ...text,
    description: Object.entries(errorTables(config))
      .map(
        ([owner, table]) =>
          `**${owner}**: ${Object.entries(table)
            .map(([code, [status, message]]) => `\`${code}\` (${status}) ${message}`)
            .join(' ')}`,
      )
      .join('\n\n'),
    enum: [...new Set(Object.keys(errorsOf(config)))],
  },
  Error: {
    type: 'object',
    description: 'How every failed answer looks. Go by the code: it stays, while texts may change.',
    required: ['errors', 'requestId'],
    properties: {
      errors: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['name', 'message', 'data'],
          properties: {
            name: text,
            message: text,
            data: {
              type: 'object',
              required: ['code'],
              properties: {
                code: ref('schemas', 'ErrorCode'),
                errors: {
                  type: 'array',
                  description: 'Every wrong value that was sent, and where it stands.',
                  items: { type: 'object', required: ['path', 'code', 'message'], properties: { path: text, code: text, message: text } },
                },
              },
            },
          },
        },
      },
      requestId: { ...text, description: 'Quote it when you ask for help.' },
    },
  },
})

const requestId = '0198c0de-0000-7000-8000-000000000000'

const example = (code: string, message: string) => ({ value: { errors: [{ name: 'APIError', message, data: { code } }], requestId } })

const content = (codes: readonly string[], table: ErrorTable) => ({
  'application/json': {
    schema: ref('schemas', 'Error'),
    ...(codes.length > 0 && { examples: Object.fromEntries(codes.map((code) => [code, example(code, table[code]?.[1] ?? '')])) }),
  },
})

const header = (description: string, type = 'integer'): Json => ({ description, schema: { type } })

/** What an answer says of the limit that its caller came to. */
export const limitHeaders: Record<string, Json> = {
  'Retry-After': header('Seconds to wait.'),
  'RateLimit-Policy': header('So many in so many seconds, such as 600;w=60.', 'string'),
  'RateLimit-Limit': header('How many.'),
  'RateLimit-Remaining': header('How many are left.'),
  'RateLimit-Reset': header('Seconds until all are there again.'),
}

const limited = { headers: Object.fromEntries(Object.keys(limitHeaders).map((name) => [name, ref('headers', name)])) }

/** The failures of an operation: the codes that are known, by their status, and whatever else may happen. */
export function failures(config: { custom?: Record<string, unknown> }, codes: readonly string[]): Record<string, Json> {
  const table = errorsOf(config)
  const byStatus = Map.groupBy([...new Set(codes)], (code) => String(table[code]?.[0]))
  return {
    ...Object.fromEntries(
      [...byStatus].map(([status, list]) => [
        status,
        { description: list.join(', '), ...(status === '429' && limited), content: content(list, table) },
      ]),
    ),
    default: ref('responses', 'Failure'),
  }
}

/** The answer that stands for all failures which are not listed. */
export const failure: Json = { description: 'Any other failure, in the same form.', content: content([], {}) }
