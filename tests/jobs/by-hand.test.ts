import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CollectionSlug } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Job } from '../../platform/job.ts'
import { platform } from '../support/platform.ts'
import { order, stock } from '../support/shopping.ts'

const site = await platform()
const { payload, as, guest, clock } = site
const { putUp, listJobs } = await import('../../jobs/board.ts')
const { jobNamed, jobsOf, runByHand, tryOut } = await import('../../jobs/by-hand.ts')
const { perform } = await import('../../jobs/perform.ts')
const { inTransaction, withRequest } = await import('../../platform/transaction.ts')
const { emit } = await import('../../platform/outbox/emit.ts')
const { now } = await import('../../platform/clock.ts')
const { newId } = await import('../../platform/ids.ts')

const own: Job[] = payload.config.custom.jobs
const all = () => [...jobsOf(payload).values()]

const put = async (job: Job) => {
  own.push(job)
  await putUp(payload, all())
  return job
}

const rowOf = async (name: string) => (await listJobs(payload)).find((row) => row.name === name)

const month = 30 * 86_400_000

type Engine = {
  client?: { execute: (sql: string) => Promise<unknown> }
  connection?: { db: { command: (command: object) => Promise<{ md5: string }> } }
}

/** A fingerprint of the whole database: of the file's bytes, or of every collection. */
async function fingerprint(): Promise<string> {
  const { client, connection } = payload.db as unknown as Engine
  if (connection) return (await connection.db.command({ dbHash: 1 })).md5
  await client?.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  return createHash('sha256')
    .update(readFileSync(path.join(process.env.DATA_DIR as string, 'platform.db')))
    .digest('hex')
}

const count = async (collection: CollectionSlug, status: string) =>
  (await payload.db.count({ collection, where: { status: { equals: status } } })).totalDocs

beforeAll(async () => {
  await putUp(payload, all())
})

describe('a job that is run by hand', () => {
  test('does the same as by its schedule, and shows how it went', async () => {
    const job = await put({ name: 'test.count', every: '1 hour', run: async () => ({ done: 7 }) })
    expect(await runByHand(payload, job)).toEqual({ done: 7 })
    expect(await rowOf('test.count')).toMatchObject({ status: 'waiting', lastDone: 7, failures: 0, lastRunAt: expect.any(String) })
  })

  test('is never run twice at once, whoever asks: by hand one waits for the other, by schedule it is left out', async () => {
    let running = 0
    let most = 0
    let finish = () => {}
    const job = await put({
      name: 'test.slow',
      every: '1 hour',
      run: async () => {
        running++
        most = Math.max(most, running)
        await new Promise<void>((resolve) => {
          finish = resolve
        })
        running--
      },
    })
    const first = runByHand(payload, job)
    await expect.poll(() => running).toBe(1)
    const second = runByHand(payload, job)
    expect(await perform(payload, job)).toBe(undefined)
    await expect(runByHand(payload, job, {}, 0)).rejects.toThrow('right now')
    finish()
    await first
    await expect.poll(() => running).toBe(1)
    finish()
    await second
    expect(most).toBe(1)
  })

  test('takes over when a run was cut off half a minute ago', async () => {
    const job = await put({ name: 'test.cut-off', every: '1 hour', run: async () => ({ done: 1 }) })
    const updatedAt = new Date(Date.now() - 31_000).toISOString()
    await payload.db.updateOne({ collection: 'jobs', where: { name: { equals: job.name } }, data: { status: 'running', updatedAt } })
    expect(await runByHand(payload, job, {}, 0)).toEqual({ done: 1 })
  })

  test('can be run as if it were another time, while it stays what it is for everybody else', async () => {
    const then = new Date('2031-02-03T04:05:00Z')
    const seen: string[] = []
    const job = await put({
      name: 'test.time',
      every: '1 hour',
      run: async (_payload, clock) => void seen.push(clock.now().toISOString().slice(0, 16), now().toISOString().slice(0, 16)),
    })
    await runByHand(payload, job, { at: then })
    expect(seen).toEqual(['2031-02-03T04:05', '2031-02-03T04:05'])
    expect(Date.parse((await rowOf('test.time'))?.lastRunAt ?? '')).toBeLessThan(then.getTime())
  })

  test('works on one document when it can, and says which jobs can when it cannot', async () => {
    const goods = await stock(site, { title: 'Torch', price: 9_000_00, quantity: 5 })
    const [first, second] = [await order(site, goods), await order(site, goods)]
    const job = jobNamed(payload, 'shop.expire-orders')
    clock.advance(4 * 86_400_000)
    expect(await runByHand(payload, job, { id: first.id })).toEqual({ done: 1 })
    clock.reset()
    const statusOf = async (id: string) => (await as('sales').get(`/orders/${id}`)).body.status
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(['canceled', 'awaiting_payment'])
    await expect(runByHand(payload, jobNamed(payload, 'shop.expire-carts'), { id: first.id })).rejects.toThrow(
      /cannot work on one document.*shop\.expire-orders/,
    )
    expect(() => jobNamed(payload, 'shop.expire-cats')).toThrow('shop.expire-carts')
  })
})

describe('a dry run', () => {
  test('of every job there is leaves the database as it was, byte by byte, and reaches nobody outside', async () => {
    const goods = await stock(site, { title: 'Radio', price: 20_000_00, quantity: 5 })
    const { id, secret, phone } = await order(site, goods, 2)
    await guest.post('/carts', {})
    const subject = { relationTo: 'orders', value: id }
    await guest.post('/initiate-payment', { subject, secret, provider: 'azampay', phone, operator: 'mpesa' })
    const later = new Date(Date.now() + month)
    const before = await fingerprint()
    const would: Record<string, number> = {}
    const heldBack: string[] = []
    for (const job of all().filter(({ name }) => !name.startsWith('test.'))) {
      const { done, held } = await tryOut(payload, job, { at: later })
      would[job.name] = done
      heldBack.push(...held)
      expect(await fingerprint(), job.name).toBe(before)
    }
    expect(would).toMatchObject({ 'shop.expire-orders': expect.any(Number), 'payments.expire': 1, 'shop.expire-carts': 1 })
    expect(would['shop.expire-orders']).toBeGreaterThan(0)
    expect(would['outbox.deliver']).toBeGreaterThan(0)
    expect(heldBack).toContain('platform.send-mail for mails.written')
    expect(await count('mails', 'sent')).toBe(0)
    // And the run that is meant does all of it.
    expect(await runByHand(payload, jobNamed(payload, 'payments.expire'), { at: later })).toEqual({ done: 1 })
    expect(await fingerprint()).not.toBe(before)
  })

  test('sees what it has written itself, in transactions and outside them, by many at once', async () => {
    const seen: number[] = []
    const row = () => ({ id: newId(), action: 'test', createdAt: now().toISOString(), updatedAt: now().toISOString() })
    const before = await fingerprint()
    const job: Job = {
      name: 'test.writes',
      every: '1 hour',
      run: async (payload) => {
        const write = () => withRequest(payload, 'test', (req) => payload.db.create({ collection: 'audit-log', req, data: row() }))
        await Promise.all(Array.from({ length: 8 }, write))
        await withRequest(payload, 'test', (req) =>
          inTransaction(req, async () => {
            await payload.db.create({ collection: 'audit-log', req, data: row() })
            await emit(req, 'mails.written', { id: 'none' })
          }),
        )
        await withRequest(payload, 'test', async (req) => {
          const { totalDocs } = await payload.db.count({ collection: 'audit-log', req, where: { action: { equals: 'test' } } })
          seen.push(totalDocs)
        })
      },
    }
    await tryOut(payload, job)
    expect(seen).toEqual([9])
    expect(await fingerprint()).toBe(before)
  })

  test('that fails says so and leaves nothing either', async () => {
    const before = await fingerprint()
    const job: Job = {
      name: 'test.broken',
      every: '1 hour',
      run: (payload) =>
        withRequest(payload, 'test', (req) =>
          inTransaction(req, async () => {
            await emit(req, 'mails.written', { id: 'none' })
            throw new Error('Half of it was done.')
          }),
        ),
    }
    await expect(tryOut(payload, job)).rejects.toThrow('Half of it was done.')
    expect(await fingerprint()).toBe(before)
  })
})

describe('the button', () => {
  test('runs a job for developers, and the audit log says who asked', async () => {
    const job = await put({ name: 'test.button', every: '1 hour', run: async () => ({ done: 2 }) })
    const { body } = await as('developer').get(`/jobs?where[name][equals]=${job.name}`)
    const { id } = body.docs[0]
    expect((await guest.post(`/jobs/${id}/run`)).status).toBe(401)
    expect((await as('sales').post(`/jobs/${id}/run`)).status).toBe(403)
    const ran = await as('developer').post(`/jobs/${id}/run`)
    expect([ran.status, ran.body]).toEqual([200, { name: job.name, done: 2 }])
    const audited = await as('admin').get('/audit-log?where[action][equals]=jobs.run')
    expect(audited.body.docs).toMatchObject([{ byName: 'developer@test.test', document: id, details: { name: job.name } }])
  })

  test('says that a run failed', async () => {
    await put({
      name: 'test.failing',
      every: '1 hour',
      run: async () => {
        throw new Error('No.')
      },
    })
    const { body } = await as('developer').get('/jobs?where[name][equals]=test.failing')
    const ran = await as('developer').post(`/jobs/${body.docs[0].id}/run`)
    expect([ran.status, ran.body.errors[0].data.code]).toEqual([409, 'JOB_FAILED'])
    expect(await rowOf('test.failing')).toMatchObject({ status: 'failed', lastError: 'No.', failures: 1 })
  })
})
