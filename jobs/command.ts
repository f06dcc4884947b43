import { parseArgs } from 'node:util'
import type { Payload } from 'payload'
import { run, told } from '../platform/server/run.ts'

const usage = `npm run job                          all jobs and how their last runs went
npm run job -- <name>                runs a job now, or all jobs that share a further name
  --dry-run                          shows what it would do and changes nothing
  --for <id>                         works on one document only
  --at <time>                        as if it were then, such as 2026-12-01T08:00
npm run job -- --due                 runs what is due, for a host that keeps no process running`

const options = {
  'dry-run': { type: 'boolean' },
  for: { type: 'string' },
  at: { type: 'string' },
  due: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const timeOf = (text: string | undefined): Date | undefined => {
  if (text === undefined) return undefined
  const time = new Date(text)
  if (Number.isNaN(time.getTime())) throw told(`--at must be a time such as 2026-12-01T08:00 (it is ${JSON.stringify(text)}).`)
  return time
}

const times = (effects: readonly string[]) =>
  [...Map.groupBy(effects, (effect) => effect)].map(([effect, all]) => `${effect}${all.length > 1 ? ` × ${all.length}` : ''}`)

async function list(payload: Payload): Promise<string[]> {
  const { listJobs } = await import('./board.ts')
  const { jobsOf } = await import('./by-hand.ts')
  const ran = new Map((await listJobs(payload)).map((row) => [row.name, row]))
  const jobs = [...jobsOf(payload).values()]
  const rows = jobs.map(({ name, every, forOne }) => {
    const { status, lastRunAt, lastDuration, lastError } = ran.get(name) ?? {}
    const last = lastRunAt ? `${lastRunAt.slice(0, 19)}Z, ${lastDuration ?? '?'} ms` : 'never ran'
    return `${name.padEnd(32)} ${every.padEnd(12)} ${last.padEnd(32)}${forOne ? '--for ' : ''}${status === 'failed' ? `failed: ${lastError}` : ''}`.trimEnd()
  })
  const together = Map.groupBy(jobs, ({ alias }) => alias ?? '')
  together.delete('')
  return [...rows, ...[...together].map(([alias, all]) => `${alias.padEnd(32)} ${all.map(({ name }) => name).join(', ')}`)]
}

type Asked = { name: string; id?: string; at?: Date; dry?: boolean }

const inWords = async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (error) {
    throw told((error as Error).message)
  }
}

async function runNamed(payload: Payload, { name, id, at, dry }: Asked): Promise<string[]> {
  const { jobsNamed, jobsOf, runByHand, tryOut } = await import('./by-hand.ts')
  const { putUp } = await import('./board.ts')
  const jobs = await inWords(() => jobsNamed(payload, name))
  if (!dry) await putUp(payload, [...jobsOf(payload).values()])
  const lines: string[] = []
  for (const job of jobs) {
    if (dry) {
      const { done, held } = await inWords(() => tryOut(payload, job, { id, at }))
      lines.push(`${job.name}: ${done} would be done. Nothing was changed.`, ...times(held).map((effect) => `  held back: ${effect}`))
    } else lines.push(`${job.name}: ${(await inWords(() => runByHand(payload, job, { id, at }))).done} done.`)
  }
  return lines
}

async function runAllDue(payload: Payload, dry?: boolean): Promise<string[]> {
  const { dueJobs, runDue } = await import('./due.ts')
  if (dry) return (await dueJobs(payload)).map((name) => `${name} is due.`)
  const ran = await runDue(payload)
  if (ran.some(({ status }) => status === 'failed')) process.exitCode = 1
  return ran.map(({ name, status, lastDone, lastError }) =>
    status === 'failed' ? `${name} failed: ${lastError}` : `${name}: ${lastDone ?? 0} done.`,
  )
}

/** `npm run job` */
async function command(): Promise<void> {
  Object.assign(process.env, { NODE_ENV: 'production' })
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [name, more] = positionals
  if (values.help) return console.log(usage)
  if (more !== undefined) throw told(usage)
  const at = timeOf(values.at)
  process.env.LOG_LEVEL ??= 'warn'
  const { getPayload } = await import('payload')
  const { default: config } = await import('../payload.config.ts')
  const { migrationsDone } = await import('../platform/server/health.ts')
  const payload = await getPayload({ config })
  await Promise.resolve(migrationsDone(payload)()).catch(() => {
    throw told('The database is not up to date: start the platform once (npm start), which brings it there.')
  })
  const lines = values.due
    ? await runAllDue(payload, values['dry-run'])
    : name
      ? await runNamed(payload, { name, id: values.for, at, dry: values['dry-run'] })
      : await list(payload)
  for (const line of lines) console.log(line)
  const { closeMailing } = await import('../platform/mail/transport.ts')
  await closeMailing(payload)
  await payload.destroy()
  // Agenda's timers would hold the process for half the time that a run is locked, though nothing runs any more.
  process.exit()
}

if (import.meta.main) await run(command)
