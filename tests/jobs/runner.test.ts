import { beforeEach, describe, expect, test } from 'vitest'
import { backendOf } from '../../jobs/backend.ts'
import { catchUp } from '../../jobs/catch-up.ts'
import { soon } from '../../jobs/nudge.ts'
import { type Jobs, startJobs } from '../../jobs/runner.ts'
import { currentCall } from '../../platform/call.ts'
import { newId } from '../../platform/ids.ts'
import { shared } from '../../platform/instance.ts'
import type { Job } from '../../platform/job.ts'
import { emit } from '../../platform/outbox/emit.ts'
import { inTransaction, withRequest } from '../../platform/transaction.ts'
import { kernel } from '../support/kernel.ts'

const heard: unknown[] = []
const jobs: Job[] = []
const { payload } = await kernel({
  jobs,
  subscribers: [{ event: 'thing.happened', name: 'test.handle', handle: async (_req, data) => void heard.push(data) }],
})
const { repository } = await backendOf(payload)
await repository.connect()

beforeEach(async () => {
  heard.length = 0
  jobs.length = 0
  await repository.purgeAllJobs()
  for (const collection of ['jobs', 'outbox'] as const) await payload.db.deleteMany({ collection, where: {} })
})

type Finish = (end: () => Promise<void>) => void

const started = async (onTestFinished: Finish): Promise<Jobs> => {
  const running = await startJobs(payload)
  onTestFinished(running.stop)
  return running
}

/** A job that counts its runs; `work` is what it does. */
const counting = (name: string, every: string, work: () => Promise<{ done: number } | undefined> = async () => undefined) => {
  const counted = { runs: 0 }
  jobs.push({
    name,
    every,
    run: async () => {
      counted.runs++
      return (await work()) ?? { done: counted.runs }
    },
  })
  return counted
}

const hour = 60 * 60_000
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)
const ahead = (milliseconds: number) => ago(-milliseconds)

/** Puts a job on the schedule, as an earlier process has. */
const planned = (name: string, every: string, nextRunAt: Date) =>
  repository.saveJob({ name, type: 'single', priority: 0, nextRunAt, repeatInterval: every, data: undefined }, undefined)

const row = async (name: string) =>
  (await payload.db.findOne({ collection: 'jobs', where: { name: { equals: name } } })) as Record<string, unknown>
const known = (data: Record<string, unknown>) =>
  payload.db.create({ collection: 'jobs', data: { id: newId(), failures: 0, status: 'waiting', ...data } })

describe('the runner', () => {
  test('runs what is due, each run a call of its own, and shows staff how it went', async ({ onTestFinished }) => {
    const calls: unknown[] = []
    counting('test.work', '1 hour', async () => {
      calls.push(currentCall()?.route)
      return { done: 3 }
    })
    const running = await started(onTestFinished)
    await expect
      .poll(async () => (await running.list())[0])
      .toMatchObject({
        name: 'test.work',
        every: '1 hour',
        status: 'waiting',
        lastDone: 3,
        lastError: null,
        failures: 0,
        lastDuration: expect.any(Number),
      })
    expect(calls).toEqual(['job test.work'])
    const { lastRunAt, nextRunAt } = await row('test.work')
    expect(Date.parse(String(nextRunAt)) - Date.parse(String(lastRunAt))).toBeGreaterThan(hour - 5_000)
  })

  test('shows what went wrong until it goes well', async ({ onTestFinished }) => {
    let broken = true
    counting('test.work', '1 hour', async () => {
      if (broken) throw new Error('The disk is full.')
      return { done: 0 }
    })
    const running = await started(onTestFinished)
    await expect.poll(() => row('test.work')).toMatchObject({ status: 'failed', lastError: 'The disk is full.', failures: 1 })
    await expect(running.run('test.work')).rejects.toThrow('The disk is full.')
    expect(await row('test.work')).toMatchObject({ failures: 2 })
    broken = false
    expect(await running.run('test.work')).toEqual({ done: 0 })
    expect(await row('test.work')).toMatchObject({ status: 'waiting', lastError: null, failures: 0 })
  })

  test('tries a failed run again before its next regular time', async ({ onTestFinished }) => {
    counting('test.work', '1 day', async () => {
      throw new Error('Not now.')
    })
    await started(onTestFinished)
    const scheduled = async () => (await repository.queryJobs({ name: 'test.work' })).jobs[0]
    await expect.poll(async () => (await scheduled())?.failCount).toBe(1)
    expect(Number((await scheduled())?.nextRunAt) - Date.now()).toBeLessThan(60_000)
  })

  test('says which jobs there are when it is asked for one that is not', async ({ onTestFinished }) => {
    counting('test.work', '1 hour')
    const running = await started(onTestFinished)
    await expect(running.run('test.wrok')).rejects.toThrow('test.work')
  })

  test('catches up on a run that was missed while nothing was running', async ({ onTestFinished }) => {
    const [interval, cron, asleep] = [
      counting('test.interval', '1 hour'),
      counting('test.cron', '0 3 1 1 *'),
      counting('test.asleep', '0 3 1 1 *'),
    ]
    for (const { name, every } of jobs.slice(0, 2)) await planned(name, every, ago(hour))
    await started(onTestFinished)
    await expect.poll(() => [interval.runs, cron.runs, asleep.runs]).toEqual([1, 1, 0])
  })

  test('repeats a run that a crash cut off, once, also when its next time is far away', async ({ onTestFinished }) => {
    const work = counting('test.nightly', '1 day')
    await planned('test.nightly', '1 day', ahead(23 * hour))
    await known({ name: 'test.nightly', every: '1 day', status: 'running', updatedAt: ago(hour).toISOString() })
    const all = await Promise.all([started(onTestFinished), started(onTestFinished), started(onTestFinished)])
    await expect.poll(() => row('test.nightly')).toMatchObject({ status: 'waiting', lastError: null })
    await Promise.all(all.map(({ stop }) => stop()))
    expect(work.runs).toBe(1)
  })

  test('leaves a run alone that another process is at', async ({ onTestFinished }) => {
    const work = counting('test.nightly', '1 day')
    await planned('test.nightly', '1 day', ahead(23 * hour))
    await known({ name: 'test.nightly', every: '1 day', status: 'running', updatedAt: new Date().toISOString() })
    await catchUp(payload, new Map(jobs.map((job) => [job.name, job])))
    const running = await started(onTestFinished)
    await running.stop()
    expect(work.runs).toBe(0)
  })

  test('follows a changed schedule and forgets a job that is no more', async ({ onTestFinished }) => {
    for (const name of ['test.work', 'removed.work']) {
      await planned(name, '1 day', ahead(24 * hour))
      await known({ name, every: '1 day' })
    }
    const work = counting('test.work', '2 hours')
    const running = await started(onTestFinished)
    await expect.poll(() => work.runs).toBe(1)
    expect((await repository.queryJobs()).jobs.map(({ name, repeatInterval }) => [name, repeatInterval])).toEqual([
      ['test.work', '2 hours'],
    ])
    expect((await running.list()).map(({ name, every }) => [name, every])).toEqual([['test.work', '2 hours']])
  })

  test('shares the jobs with other processes: one of them does each run', async ({ onTestFinished }) => {
    const work = counting('test.shared', '1 hour')
    await planned('test.shared', '1 hour', ago(1))
    const all = await Promise.all(Array.from({ length: 5 }, () => started(onTestFinished)))
    await expect.poll(() => row('test.shared')).toMatchObject({ status: 'waiting', lastDone: 1 })
    await Promise.all(all.map(({ stop }) => stop()))
    expect(work.runs).toBe(1)
    expect((await repository.queryJobs()).total).toBe(1)
  })

  test('waits for a run under way when it stops, and then takes no more', async () => {
    let finish = () => {}
    const work = counting('test.slow', '1 hour', () => new Promise((resolve) => (finish = () => resolve({ done: 9 }))))
    const running = await startJobs(payload)
    await expect.poll(() => work.runs).toBe(1)
    const stopped = running.stop()
    finish()
    await stopped
    expect(await row('test.slow')).toMatchObject({ status: 'waiting', lastDone: 9 })
    expect((await repository.queryJobs()).jobs[0]?.lockedAt).toBeUndefined()
    expect(shared(payload).nudge).toBeUndefined()
  })
})

test('what happens is heard of right after its commit, and never when it is rolled back', async ({ onTestFinished }) => {
  await started(onTestFinished)
  const happen = (n: number, failing: boolean) =>
    withRequest(payload, 'test', (req) =>
      inTransaction(req, async () => {
        await emit(req, 'thing.happened', { n })
        if (failing) throw new Error('No.')
      }),
    )
  await expect(happen(1, true)).rejects.toThrow('No.')
  await Promise.all([happen(2, false), happen(3, false)])
  await happen(4, false)
  await expect.poll(() => heard.length).toBe(3)
  expect(heard).toEqual(expect.arrayContaining([{ n: 2 }, { n: 3 }, { n: 4 }]))
})

describe('something done soon', () => {
  test('is done once for many askings, never twice at once, and again for those that came meanwhile', async () => {
    const log: string[] = []
    let finish = () => {}
    const nudged = soon(
      () => {
        log.push('begin')
        return new Promise<void>((resolve) => {
          finish = () => {
            log.push('end')
            resolve()
          }
        })
      },
      () => undefined,
      1,
    )
    for (let times = 0; times < 10; times++) nudged.nudge()
    await expect.poll(() => log).toEqual(['begin'])
    for (let times = 0; times < 10; times++) nudged.nudge()
    finish()
    await expect.poll(() => log).toEqual(['begin', 'end', 'begin'])
    const stopped = nudged.stop()
    nudged.nudge()
    finish()
    await stopped
    expect(log).toEqual(['begin', 'end', 'begin', 'end'])
  })

  test('goes on after a failure', async () => {
    const errors: unknown[] = []
    let runs = 0
    const nudged = soon(
      async () => {
        runs++
        throw new Error('No.')
      },
      (error) => errors.push(error),
      1,
    )
    nudged.nudge()
    await expect.poll(() => errors).toHaveLength(1)
    nudged.nudge()
    await expect.poll(() => runs).toBe(2)
    await nudged.stop()
  })
})
