import type { Payload } from 'payload'
import type { Served } from './serve.ts'

/** How long the whole stop may take, and of that how long visitors may still come over connections that they have, in milliseconds. */
const limit = 9_500
const grace = 2_000

/** A visitor who goes away in the middle of a request is no fault of ours. */
const isGone = (error: unknown) =>
  ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', 'UND_ERR_ABORTED'].includes(
    (error as { code?: string } | undefined)?.code ?? '',
  ) || (error as Error | undefined)?.name === 'AbortError'

/** Ends the process the right way: a signal lets work finish, an error that nobody caught is logged and ends with 1 rather than going on in doubt. */
export function endWell(payload: Payload, { stop }: Pick<Served, 'stop'>): void {
  const onSignal = (signal: NodeJS.Signals) => {
    payload.logger.info(`${signal}: finishing what is under way.`)
    setTimeout(() => {
      payload.logger.error('The stop took too long.')
      process.exit(1)
    }, limit).unref()
    stop({ grace }).then(
      () => process.exit(0),
      (error) => {
        payload.logger.error({ err: error }, 'The stop failed.')
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', onSignal)
  process.once('SIGINT', onSignal)

  const onError = (kind: string) => (error: unknown) => {
    if (isGone(error)) return payload.logger.warn({ err: error }, 'A connection ended early.')
    payload.logger.fatal({ err: error }, kind)
    process.exit(1)
  }
  process.on('unhandledRejection', onError('A promise was rejected and nobody listened.'))
  process.on('uncaughtException', onError('An error was thrown and nobody caught it.'))
}
