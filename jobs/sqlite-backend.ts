import type { Client, InValue } from '@libsql/client'
import {
  type AgendaBackend,
  computeJobState,
  type JobParameters,
  type JobRepository,
  type JobsOverview,
  type RemoveJobsOptions,
} from 'agenda'
import { newId } from '../platform/ids.ts'
import { type Condition, listed, ordered, selected } from './sqlite-query.ts'
import { type Column, columns, jobOf, tableStatements, written } from './sqlite-rows.ts'

/** What the processor writes while a job runs. */
const stateColumns = [
  'lockedAt',
  'nextRunAt',
  'lastRunAt',
  'progress',
  'failReason',
  'failCount',
  'failedAt',
  'lastFinishedAt',
  'lastModifiedBy',
] as const satisfies Column[]

const states: Omit<JobsOverview, 'name' | 'total'> = {
  running: 0,
  scheduled: 0,
  queued: 0,
  completed: 0,
  failed: 0,
  repeating: 0,
  paused: 0,
}

/** Agenda's jobs in a table of their own in the embedded database; each claim is one statement, so no two processors get the same job. */
function sqliteRepository(client: Client): JobRepository {
  const rows = async (sql: string, args: InValue[] = []): Promise<JobParameters[]> => (await client.execute({ sql, args })).rows.map(jobOf)
  const affected = async (sql: string, args: InValue[]) => (await client.execute({ sql, args })).rowsAffected
  const valuesOf = (job: object, names: readonly Column[]) => names.map((name) => written(name, (job as Record<string, unknown>)[name]))
  const assigned = (names: readonly string[]) => names.map((name) => `${name} = ?`).join(', ')

  const changeSelected = async (options: RemoveJobsOptions, change: (condition: Condition) => Promise<number>) => {
    const condition = selected(options)
    return condition ? change(condition) : 0
  }

  const insert = `insert into agenda_jobs (id, ${columns.join(', ')}) values (?, ${columns.map(() => '?').join(', ')})`

  return {
    connect: async () => {
      for (const statement of tableStatements) await client.execute(statement)
    },

    saveJob: async <Data>(job: JobParameters<Data>, options?: { lastModifiedBy?: string }) => {
      if (job.unique) throw new Error('Jobs in the embedded database are told apart by their name only; `unique` is not supported.')
      const attributes = { ...job, lastModifiedBy: options?.lastModifiedBy }
      const values = valuesOf(attributes, columns)
      if (job._id) {
        const [saved] = await rows(`update agenda_jobs set ${assigned(columns)} where id = ? and name = ? returning *`, [
          ...values,
          job._id,
          job.name,
        ])
        return (saved ?? job) as JobParameters<Data>
      }
      // A repeating job that is overdue keeps its time, so that a restart catches up instead of starting over.
      const overdue = job.type === 'single' && job.nextRunAt !== null && job.nextRunAt <= new Date()
      const updated = columns.filter((name) => !(overdue && name === 'nextRunAt')).map((name) => `${name} = excluded.${name}`)
      const [saved] = await rows(`${insert} on conflict (name) where type = 'single' do update set ${updated.join(', ')} returning *`, [
        newId(),
        ...values,
      ])
      return saved as JobParameters<Data>
    },

    saveJobState: async (job, options) => {
      const values = valuesOf({ ...job, lastModifiedBy: options?.lastModifiedBy }, stateColumns)
      const saved = await affected(`update agenda_jobs set ${assigned(stateColumns)} where id = ? and name = ?`, [
        ...values,
        job._id ?? null,
        job.name,
      ])
      if (saved !== 1) throw new Error(`The job ${job.name} (${job._id}) is not there any more.`)
    },

    getNextJobToRun: async (name, nextScanAt, lockDeadline, now = new Date(), options) => {
      const next =
        'select id from agenda_jobs where name = ? and coalesce(disabled, 0) = 0 and ((lockedAt is null and nextRunAt <= ?) or lockedAt <= ?) order by nextRunAt asc, priority desc limit 1'
      const args = [name, nextScanAt.getTime(), lockDeadline.getTime()]
      // Looking first keeps the polling of idle jobs away from the one writer.
      if ((await client.execute({ sql: next, args })).rows.length === 0) return undefined
      const [claimed] = await rows(`update agenda_jobs set lockedAt = ?, lastModifiedBy = ? where id = (${next}) returning *`, [
        now.getTime(),
        options?.lastModifiedBy ?? null,
        ...args,
      ])
      return claimed
    },

    lockJob: async (job, options) => {
      const [locked] = await rows(
        'update agenda_jobs set lockedAt = ?, lastModifiedBy = ? where id = ? and name = ? and lockedAt is null and nextRunAt is ? and coalesce(disabled, 0) = 0 returning *',
        [Date.now(), options?.lastModifiedBy ?? null, job._id ?? null, job.name, written('nextRunAt', job.nextRunAt)],
      )
      return locked
    },

    // Agenda does not wait for this one, so a failure must not surface as an unhandled rejection: the lock runs out by itself.
    unlockJob: async (job) => {
      await affected('update agenda_jobs set lockedAt = null where id = ? and nextRunAt is not null', [job._id ?? null]).catch(() => 0)
    },

    unlockJobs: async (ids) => {
      await changeSelected({ ids }, ({ sql, args }) => affected(`update agenda_jobs set lockedAt = null where ${sql}`, args))
    },

    removeJobs: (options) => changeSelected(options, ({ sql, args }) => affected(`delete from agenda_jobs where ${sql}`, args)),
    disableJobs: (options) =>
      changeSelected(options, ({ sql, args }) =>
        affected(`update agenda_jobs set disabled = 1 where ${sql} and coalesce(disabled, 0) = 0`, args),
      ),
    enableJobs: (options) =>
      changeSelected(options, ({ sql, args }) =>
        affected(`update agenda_jobs set disabled = 0 where ${sql} and coalesce(disabled, 1) = 1`, args),
      ),
    purgeAllJobs: () => affected('delete from agenda_jobs', []),

    getJobById: async (id) => (await rows('select * from agenda_jobs where id = ?', [id]))[0] ?? null,
    getQueueSize: async () => (await rows('select * from agenda_jobs where nextRunAt < ?', [Date.now()])).length,
    getDistinctJobNames: async () =>
      (await client.execute('select distinct name from agenda_jobs order by name')).rows.map(({ name }) => String(name)),

    getJobsOverview: async () => {
      const byName = Map.groupBy(await rows('select * from agenda_jobs order by name'), ({ name }) => name)
      return [...byName].map(([name, jobs]) => {
        const overview = { name, total: jobs.length, ...states }
        for (const job of jobs) {
          overview[computeJobState(job)]++
          if (job.disabled) overview.paused++
        }
        return overview
      })
    },

    queryJobs: async (options = {}) => {
      const { sql, args } = listed(options)
      const found = await rows(`select * from agenda_jobs where ${sql} order by ${ordered(options.sort)}`, args)
      // The state is computed, so it can only be asked of what was read.
      const jobs = found
        .map((job) => ({ ...job, _id: job._id as NonNullable<typeof job._id>, state: computeJobState(job) }))
        .filter(({ state, disabled }) => !options.state || (options.state === 'paused' ? disabled === true : state === options.state))
      const from = options.skip ?? 0
      return { jobs: jobs.slice(from, options.limit ? from + options.limit : undefined), total: jobs.length }
    },
  }
}

/** Keeps agenda's jobs in the embedded database, over the connection that Payload uses. */
export const sqliteBackend = (client: Client): AgendaBackend => {
  const repository = sqliteRepository(client)
  return { name: 'SQLite', repository, ownsConnection: false, connect: () => repository.connect(), disconnect: async () => undefined }
}
