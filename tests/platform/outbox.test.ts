import type { JsonObject, PayloadRequest } from 'payload'
import { beforeEach, describe, expect, test } from 'vitest'
import { clock, now } from '../../platform/clock.ts'
import { idField, newId } from '../../platform/ids.ts'
import { shared } from '../../platform/instance.ts'
import { lastAttempt, pauseAfter } from '../../platform/outbox/attempt.ts'
import { outbox } from '../../platform/outbox/collection.ts'
import { deliverOutbox } from '../../platform/outbox/deliver.ts'
import { emit } from '../../platform/outbox/emit.ts'
import { forgetDelivered } from '../../platform/outbox/retention.ts'
import { lasting, type Subscriber } from '../../platform/outbox/subscriber.ts'
import { inTransaction, withRequest } from '../../platform/transaction.ts'
import { kernel } from '../support/kernel.ts'

type Heard = { data: JsonObject; key: string }

const heard: Heard[] = []
const sent: Heard[] = []
const givenUp: string[] = []
let failures: Error[] = []

/** Writes a note in the transaction of the delivery. */
const remember = async (req: PayloadRequest, title: string) =>
  void (await req.payload.db.create({ collection: 'notes' as 'users', req, data: { id: newId(), title } }))

const subscribers: Subscriber[] = [
  {
    event: 'thing.happened',
    name: 'test.handle',
    handle: async (req, data, key) => {
      await remember(req, key)
      const failure = failures.shift()
      if (failure) throw failure
      heard.push({ data, key })
    },
  },
  {
    event: 'thing.to-tell',
    name: 'test.send',
    send: async (_payload, data, key) => {
      sent.push({ data, key })
      const failure = failures.shift()
      if (failure) throw failure
    },
    giveUp: async (req, _data, error) => {
      givenUp.push(error)
      await remember(req, 'given up')
    },
  },
  { event: 'thing.chained', name: 'test.chain', handle: (req, data) => emit(req, 'thing.happened', data) },
]

const { payload, race } = await kernel({
  subscribers,
  collections: [{ slug: 'notes', fields: [idField(), { name: 'title', type: 'text' }] }],
})

beforeEach(async () => {
  clock.reset()
  for (const list of [heard, sent, givenUp]) list.length = 0
  failures = []
  for (const collection of ['outbox', 'notes', 'transitions'] as unknown as 'users'[])
    await payload.db.deleteMany({ collection, where: {} })
})

const happen = (event: string, data: JsonObject = {}) => withRequest(payload, 'test', (req) => emit(req, event, data))
const rows = async () =>
  (await payload.db.find({ collection: 'outbox', where: {}, sort: 'createdAt' })).docs as unknown as (JsonObject & { id: string })[]
const only = async () => {
  const [row, ...more] = await rows()
  expect(more).toEqual([])
  return row as JsonObject & { id: string }
}
const notes = async () => (await payload.db.count({ collection: 'notes' as 'users' })).totalDocs
const times = (n: number, error: () => Error) => Array.from({ length: n }, error)

describe('an event', () => {
  test('is written for each subscriber with the change that causes it, or not at all', async () => {
    const changing = (failing: boolean) =>
      withRequest(payload, 'test', (req) =>
        inTransaction(req, async () => {
          await remember(req, 'change')
          await emit(req, 'thing.happened', { at: new Date('2026-11-20T08:00:00Z'), none: undefined })
          if (failing) throw new Error('No.')
        }),
      )
    await expect(changing(true)).rejects.toThrow('No.')
    expect([await rows(), await notes()]).toEqual([[], 0])
    await changing(false)
    expect(await only()).toMatchObject({
      event: 'thing.happened',
      subscriber: 'test.handle',
      status: 'pending',
      attempts: 0,
      data: { at: '2026-11-20T08:00:00.000Z' },
    })
  })

  test('that nobody listens to leaves nothing', async () => {
    await happen('thing.ignored')
    expect(await rows()).toEqual([])
  })

  test('asks for delivery after the commit, and not after a rollback', async ({ onTestFinished }) => {
    const asked: number[] = []
    shared(payload).nudge = () => void notes().then((count) => asked.push(count))
    onTestFinished(() => void delete shared(payload).nudge)
    const failing = withRequest(payload, 'test', (req) =>
      inTransaction(req, async () => {
        await emit(req, 'thing.happened', {})
        throw new Error('No.')
      }),
    )
    await expect(failing).rejects.toThrow('No.')
    await withRequest(payload, 'test', (req) =>
      inTransaction(req, async () => {
        await emit(req, 'thing.happened', {})
        await remember(req, 'change')
      }),
    )
    await expect.poll(() => asked).toEqual([1])
  })
})

describe('a handler', () => {
  test('hears of an event once, however many deliver at once', async () => {
    for (let index = 0; index < 12; index++) await happen('thing.happened', { index })
    await race(8, () => deliverOutbox(payload))
    const effects = (await payload.db.find({ collection: 'notes' as 'users', where: {} })).docs as unknown as { title: string }[]
    expect(effects.map(({ title }) => title).sort()).toEqual((await rows()).map(({ id }) => id).sort())
    expect((await rows()).every(({ status, attempts, deliveredAt }) => status === 'delivered' && attempts === 1 && deliveredAt)).toBe(true)
  })

  test('hears of events in the order in which they happened', async () => {
    for (let index = 0; index < 5; index++) {
      clock.advance(5)
      await happen('thing.happened', { index })
    }
    await deliverOutbox(payload)
    expect(heard.map(({ data }) => data.index)).toEqual([0, 1, 2, 3, 4])
  })

  test('that fails leaves no trace of itself and is tried again later', async () => {
    await happen('thing.happened', { n: 1 })
    failures = [new Error('The disk is on fire.')]
    expect(await deliverOutbox(payload)).toEqual({ done: 0 })
    expect(await notes()).toBe(0)
    expect(await only()).toMatchObject({ status: 'pending', attempts: 1, lastError: 'The disk is on fire.' })
    expect(await deliverOutbox(payload)).toEqual({ done: 0 })

    clock.advance(60_000)
    expect(await deliverOutbox(payload)).toEqual({ done: 1 })
    expect(await notes()).toBe(1)
    expect(await only()).toMatchObject({ status: 'delivered', attempts: 2, lastError: null })
  })

  test('may cause further events', async () => {
    await happen('thing.chained', { n: 7 })
    await deliverOutbox(payload)
    await deliverOutbox(payload)
    expect(heard.map(({ data }) => data)).toEqual([{ n: 7 }])
  })

  test('that is slow or broken does not hold up the others', async () => {
    failures = [new Error('First one fails.')]
    await happen('thing.happened', { n: 1 })
    clock.advance(5)
    await happen('thing.happened', { n: 2 })
    await deliverOutbox(payload)
    expect(heard.map(({ data }) => data)).toEqual([{ n: 2 }])
  })
})

describe('a sender', () => {
  test('gets a message with a key, once while it succeeds', async () => {
    await happen('thing.to-tell', { n: 1 })
    await race(5, () => deliverOutbox(payload))
    const { id, status } = await only()
    expect(status).toBe('delivered')
    expect(sent).toEqual([{ data: { n: 1 }, key: id }])
  })

  test('whose process dies in the middle is followed by another once its time is up', async () => {
    await happen('thing.to-tell')
    const { id } = await only()
    // What the dead process left: a try that was begun.
    await payload.db.updateOne({
      collection: 'outbox',
      id,
      data: { attempts: 1, nextAttemptAt: new Date(now().getTime() + 120_000).toISOString() },
    })
    expect(await deliverOutbox(payload)).toEqual({ done: 0 })
    clock.advance(121_000)
    expect(await deliverOutbox(payload)).toEqual({ done: 1 })
    expect(sent.map(({ key }) => key)).toEqual([id])
  })

  test('is given up after the last try, and staff see why', async () => {
    await happen('thing.to-tell')
    failures = times(lastAttempt, () => new Error('Nobody answers.'))
    for (let tries = 0; tries < lastAttempt; tries++) {
      expect((await only()).status).toBe('pending')
      await deliverOutbox(payload)
      clock.advance(9 * 60 * 60_000)
    }
    const { id, ...row } = await only()
    expect(row).toMatchObject({ status: 'dead', attempts: lastAttempt, lastError: 'Nobody answers.' })
    expect(givenUp).toEqual(['Nobody answers.'])
    expect(await notes()).toBe(1)
    const { docs } = await payload.db.find({ collection: 'transitions', where: { document: { equals: id } } })
    expect(docs).toMatchObject([{ from: 'pending', to: 'dead', verb: 'give_up', reason: 'Nobody answers.' }])
    expect(await deliverOutbox(payload)).toEqual({ done: 0 })
  })

  test('is given up at once when no later try can help', async () => {
    await happen('thing.to-tell')
    failures = [lasting(new Error('There is no such mailbox.'))]
    await deliverOutbox(payload)
    expect(await only()).toMatchObject({ status: 'dead', attempts: 1, lastError: 'There is no such mailbox.' })
  })
})

test('the pauses between tries grow to six hours, and no two are alike', () => {
  const pauses = Array.from({ length: lastAttempt }, (_, index) => pauseAfter(index + 1))
  expect(pauses[0]).toBeGreaterThanOrEqual(7_500)
  expect(pauses[0]).toBeLessThanOrEqual(12_500)
  expect(Math.max(...pauses)).toBeLessThanOrEqual(7.5 * 60 * 60_000)
  expect(new Set(pauses).size).toBe(lastAttempt)
})

test('a message for a subscriber that this process does not know waits for one that does', async () => {
  await happen('thing.happened')
  const { id } = await only()
  await payload.db.updateOne({ collection: 'outbox', id, data: { subscriber: 'removed.plugin' } })
  expect(await deliverOutbox(payload)).toEqual({ done: 0 })
  expect(await only()).toMatchObject({ status: 'pending', attempts: 0 })
})

test('more messages than one batch are delivered in one go', async () => {
  await withRequest(payload, 'test', (req) =>
    inTransaction(req, async () => {
      for (let index = 0; index < 130; index++) await emit(req, 'thing.to-tell', { index })
    }),
  )
  expect(await deliverOutbox(payload)).toEqual({ done: 130 })
  expect(new Set(sent.map(({ key }) => key)).size).toBe(130)
})

test('staff have a message that was given up tried again', async () => {
  await happen('thing.to-tell')
  failures = [lasting(new Error('Wrong address.'))]
  await deliverOutbox(payload)
  const { id } = await only()
  const retry = (outbox.endpoints || []).find(({ path }) => path === '/:id/retry')
  const staff = await payload.db.create({ collection: 'users', data: { id: newId(), email: 'staff@test.test' } })
  const ask = (roles: string[]) =>
    withRequest(payload, 'retry', async (req) => {
      Object.assign(req, {
        user: { id: staff.id, email: 'staff@test.test', roles, collection: 'users' },
        routeParams: { id },
        text: async () => '',
        url: 'http://localhost',
      })
      return retry?.handler(req)
    })
  await expect(ask(['customer'])).rejects.toMatchObject({ status: 403 })
  expect(await (await ask(['developer']))?.json()).toEqual({ id, status: 'pending' })
  expect(await only()).toMatchObject({ status: 'pending', attempts: 0 })
  expect(await deliverOutbox(payload)).toEqual({ done: 1 })
  await expect(ask(['admin'])).rejects.toMatchObject({ status: 409, data: { code: 'ILLEGAL_TRANSITION' } })
})

test('delivered messages are forgotten after 30 days, those given up are not', async () => {
  await happen('thing.happened')
  await happen('thing.to-tell')
  await deliverOutbox(payload)
  failures = [lasting(new Error('Gone.'))]
  await happen('thing.to-tell')
  await deliverOutbox(payload)
  expect(await forgetDelivered(payload, { now })).toEqual({ done: 0 })
  clock.advance(31 * 86_400_000)
  expect(await forgetDelivered(payload, { now })).toEqual({ done: 2 })
  expect(await only()).toMatchObject({ status: 'dead' })
})
