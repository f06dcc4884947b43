import type { Config } from 'payload'
import { environment } from './environment.ts'

/** What must never stand in a log, wherever in an entry it turns up. */
const secrets = ['password', 'token', 'secret', 'authorization', 'cookie', 'apiKey', 'hash', 'salt']

const levels: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'WARN', 50: 'ERROR', 60: 'FATAL' }

type Entry = { level: number; time: number; msg?: string; requestId?: string; err?: { message?: string; stack?: string } }

/** One entry as a person reads it: time, level, message, and the stack of an error. */
export function readable(line: string): string {
  const { level, time, msg, err, requestId } = JSON.parse(line) as Entry
  const head = `${new Date(time).toTimeString().slice(0, 8)} ${(levels[level] ?? '').padEnd(5)} ${msg ?? err?.message ?? ''}`
  const body = err && level >= 40 ? `\n${err.stack ?? err.message}${requestId ? `\n    request ${requestId}` : ''}` : ''
  return `${head}${body}\n`
}

let waiting = ''

function flush(): void {
  const text = waiting
  waiting = ''
  if (text) process.stdout.write(text)
}

process.once('exit', flush)

// Of real time, whatever a test does with the clock meanwhile.
const afterThis = setImmediate

/** Each write is work for the system, so the entries of one moment are written together; those of an error at once, as it may be the last one. */
function write(line: string): void {
  if (!waiting) afterThis(flush)
  waiting += environment.mode === 'live' ? line : readable(line)
  if (/^\{"level":[56]/.test(line)) flush()
}

/** The log of the process: one JSON object per line in live mode, plain lines in sandbox mode. */
export const logger: NonNullable<Config['logger']> = {
  options: {
    level: environment.logLevel,
    base: undefined,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '***' },
  },
  destination: { write },
}
