import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Agenda, type AgendaBackend, constant, type JobParameters } from 'agenda'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { place } from './backends.ts'

const here = place()
const { backend, close } = await here.open()
await backend.connect()
const jobs = backend.repository

afterAll(async () => {
  await close()
  await here.remove()
})

beforeEach(() => jobs.purgeAllJobs())

const minute = 60_000
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)
const ahead = (milliseconds: number) => new Date(Date.now() + milliseconds)

const saved = (job: Partial<JobParameters> & { name: string }) =>
  jobs.saveJob({ type: 'normal', priority: 0, nextRunAt: ago(1), data: undefined, ...job }, undefined)

const claim = (name: string, { repository } = { repository: jobs } as Pick<AgendaBackend, 'repository'>, lockDeadline = ago(minute)) =>
  repository.getNextJobToRun(name, ahead(0), lockDeadline, undefined, undefined)

/** An agenda on the same jobs; the second argument ends it after the test. */
async function agendaFor(onTestFinished: (end: () => Promise<void>) => void) {
  const agenda = new Agenda({ backend, processEvery: 20 })
  onTestFinished(() => agenda.stop(false))
  await agenda.ready
  return agenda
}

describe(`the jobs on ${backend.name}`, () => {
  test('a job is claimed by one of 20 processors', async () => {
    const others = await Promise.all(Array.from({ length: 20 }, () => here.open()))
    await Promise.all(others.map((other) => other.backend.connect()))
    await saved({ name: 'work' })
    const claims = await Promise.all(others.map((other) => claim('work', other.backend)))
    expect(claims.filter(Boolean)).toHaveLength(1)
    await Promise.all(others.map((other) => other.close()))
  })

  test('a job that is locked is left alone until its lock runs out', async () => {
    await saved({ name: 'work' })
    expect(await claim('work')).toMatchObject({ name: 'work' })
    expect(await claim('work')).toBeUndefined()
    expect(await claim('work', backend, ahead(1))).toMatchObject({ name: 'work' })
  })

  test('jobs are claimed in the order of their time, then of their priority', async () => {
    const [early, late] = [ago(2 * minute), ago(minute)]
    await saved({ name: 'work', nextRunAt: late, data: 'third' })
    await saved({ name: 'work', nextRunAt: early, data: 'second' })
    await saved({ name: 'work', nextRunAt: early, priority: 10, data: 'first' })
    const order = [await claim('work'), await claim('work'), await claim('work'), await claim('work')]
    expect(order.map((job) => job?.data)).toEqual(['first', 'second', 'third', undefined])
  })

  test('a job is not claimed before its time, while it is disabled, or under another name', async () => {
    await saved({ name: 'later', nextRunAt: ahead(minute) })
    await saved({ name: 'paused' })
    expect(await jobs.disableJobs({ name: 'paused' })).toBe(1)
    expect([await claim('later'), await claim('paused'), await claim('other')]).toEqual([undefined, undefined, undefined])
    expect(await jobs.enableJobs({ name: 'paused' })).toBe(1)
    expect(await claim('paused')).toMatchObject({ name: 'paused' })
  })

  test('a job keeps everything that was said of it', async () => {
    const job = {
      name: 'work',
      type: 'normal',
      priority: -5,
      nextRunAt: ahead(minute),
      data: { who: 'Asha', nested: { list: [1, 'two', null] } },
      repeatInterval: '5 minutes',
      repeatTimezone: 'Africa/Dar_es_Salaam',
      startDate: ago(minute),
      skipDays: [0, 6],
    } as const
    const { _id } = await saved({ ...job, skipDays: [...job.skipDays] })
    expect(await jobs.getJobById(String(_id))).toMatchObject(job)
    expect(await jobs.getJobById(String(_id).replace(/.$/, (last) => (last === '0' ? '1' : '0')))).toBeNull()
  })

  test('a repeating job is there once, and an overdue one keeps its time', async () => {
    const overdue = ago(minute)
    const single = { name: 'work', type: 'single', repeatInterval: '1 minute' } as const
    const first = await saved({ ...single, nextRunAt: overdue })
    const again = await saved({ ...single, nextRunAt: new Date() })
    expect(again).toMatchObject({ _id: first._id, nextRunAt: overdue })
    const later = ahead(minute)
    expect(await saved({ ...single, nextRunAt: later })).toMatchObject({ _id: first._id, nextRunAt: later })
    expect((await jobs.queryJobs()).total).toBe(1)
  })

  test('a job that was cancelled is gone, and only that one', async () => {
    await saved({ name: 'one', data: { site: 'a', part: { no: 1 } } })
    await saved({ name: 'one', data: { site: 'b', part: { no: 1 } } })
    await saved({ name: 'two' })
    expect(await jobs.removeJobs({})).toBe(0)
    expect(await jobs.removeJobs({ name: 'one', data: { site: 'a' } })).toBe(1)
    expect(await jobs.removeJobs({ data: { part: { no: 2 } } })).toBe(0)
    expect((await claim('one'))?.data).toMatchObject({ site: 'b' })
    expect(await jobs.removeJobs({ notNames: ['two'] })).toBe(1)
    expect((await jobs.queryJobs()).jobs.map(({ name }) => name)).toEqual(['two'])
  })

  test('a lock can be given back, and the state of a job is written without touching the rest', async () => {
    const job = await saved({ name: 'work', data: { kept: true } })
    const locked = await claim('work')
    await jobs.unlockJob(job)
    expect(await jobs.lockJob(job, undefined)).toMatchObject({ name: 'work' })
    expect(await jobs.lockJob(job, undefined)).toBeUndefined()
    await jobs.unlockJobs([job._id as NonNullable<typeof job._id>])
    await jobs.saveJobState(
      { ...(locked as JobParameters), lockedAt: undefined, nextRunAt: null, failCount: 2, failReason: 'No network.', data: 'ignored' },
      undefined,
    )
    expect(await jobs.getJobById(String(job._id))).toMatchObject({
      data: { kept: true },
      nextRunAt: null,
      failCount: 2,
      failReason: 'No network.',
    })
    await jobs.removeJobs({ id: job._id })
    await expect(jobs.saveJobState(locked as JobParameters, undefined)).rejects.toThrow()
  })

  test('jobs are listed by state, name and page, and counted', async () => {
    await saved({ name: 'queued 100%' })
    await saved({ name: 'scheduled', nextRunAt: ahead(minute) })
    await saved({ name: 'repeating', nextRunAt: ahead(2 * minute), repeatInterval: '1 minute' })
    await saved({ name: 'running' })
    await claim('running')
    const names = async (options: Parameters<typeof jobs.queryJobs>[0]) =>
      (await jobs.queryJobs({ sort: { name: 'asc' }, ...options })).jobs.map(({ name }) => name)
    expect(await names({ state: 'running' })).toEqual(['running'])
    expect(await names({ state: 'repeating' })).toEqual(['repeating'])
    expect(await names({ search: 'D 100%' })).toEqual(['queued 100%'])
    expect(await names({ search: '_' })).toEqual([])
    expect(await names({ skip: 1, limit: 2 })).toEqual(['repeating', 'running'])
    expect((await jobs.queryJobs({ limit: 1 })).total).toBe(4)
    expect(await jobs.getQueueSize()).toBe(2)
    expect((await jobs.getDistinctJobNames()).sort()).toEqual(['queued 100%', 'repeating', 'running', 'scheduled'])
    expect((await jobs.getJobsOverview()).find(({ name }) => name === 'scheduled')).toMatchObject({ total: 1, scheduled: 1, running: 0 })
  })

  test('a repeating job runs again and again', async ({ onTestFinished }) => {
    const agenda = await agendaFor(onTestFinished)
    let runs = 0
    agenda.define('tick', async () => {
      runs++
    })
    await agenda.every(10, 'tick')
    await agenda.start()
    await expect.poll(() => runs).toBeGreaterThan(2)
    expect(await agenda.cancel({ name: 'tick' })).toBe(1)
  })

  test('a run that fails is tried again after a pause, and forgets its failures once it succeeds', async ({ onTestFinished }) => {
    const agenda = await agendaFor(onTestFinished)
    let runs = 0
    const work = async () => {
      runs++
      if (runs < 3) throw new Error('Not yet.')
    }
    agenda.define('work', work, { backoff: constant({ delay: 1, maxRetries: 5 }) })
    const job = await agenda.now('work')
    await agenda.start()
    await expect.poll(async () => (await jobs.getJobById(String(job.attrs._id)))?.failCount).toBe(0)
    expect(runs).toBe(3)
  })

  test('a job whose process is killed in the middle is done by another', async ({ onTestFinished }) => {
    await saved({ name: 'work' })
    const child: ChildProcess = spawn(process.execPath, [fileURLToPath(new URL('dying-process.ts', import.meta.url)), here.address], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child.stdout as NodeJS.ReadableStream, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')

    const agenda = await agendaFor(onTestFinished)
    let done = false
    agenda.define(
      'work',
      async () => {
        done = true
      },
      { lockLifetime: 50 },
    )
    await agenda.start()
    await expect.poll(() => done).toBe(true)
  })
})
