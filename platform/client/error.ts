/** One wrong value of what was sent, and where it stands. */
export type Fault = { path: string; code: string; message: string }

/** Why the API refused. Go by `code`: it stays, while texts may change. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly faults: readonly Fault[]
  readonly details: Record<string, unknown>
  /** To quote when asking for help. */
  readonly requestId: string | undefined

  constructor(status: number, body: unknown, reference?: string) {
    const { errors, requestId = reference } = (body ?? {}) as {
      errors?: { message?: string; data?: Record<string, unknown> }[]
      requestId?: string
    }
    const { message = `The API answered with status ${status}.`, data = {} } = errors?.[0] ?? {}
    const { code, errors: faults, ...details } = data as { code?: string; errors?: Fault[] }
    super(message)
    this.status = status
    this.code = code ?? 'INTERNAL'
    this.faults = faults ?? []
    this.details = details
    this.requestId = requestId
  }
}
