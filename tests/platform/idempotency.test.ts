import { beforeEach, expect, test } from 'vitest'
import { clock, now } from '../../platform/clock.ts'
import { idempotent, type Repeatable } from '../../platform/idempotency/idempotent.ts'
import { forgetKeys } from '../../platform/idempotency/retention.ts'
import { idField, newId } from '../../platform/ids.ts'
import { withRequest } from '../../platform/transaction.ts'
import { kernel } from '../support/kernel.ts'

const { payload, race } = await kernel({ collections: [{ slug: 'orders', fields: [idField(), { name: 'title', type: 'text' }] }] })

beforeEach(async () => {
  clock.reset()
  await payload.db.deleteMany({ collection: 'orders' as 'users', where: {} })
  await payload.db.deleteMany({ collection: 'idempotency-keys', where: {} })
})

const body = { items: [{ variant: 'a', quantity: 1 }] }

/** Orders under a key, as a request of its own. */
const order = (asked: Partial<Repeatable> = {}, failing = false) =>
  withRequest(payload, 'order', (req) =>
    idempotent(req, { key: 'key', scope: 'user:1', route: 'post /orders', body, ...asked }, async () => {
      const id = newId()
      await payload.db.create({ collection: 'orders' as 'users', req, data: { id, title: 'New' } })
      if (failing) throw new Error('Out of stock.')
      return { status: 201, body: { id, secret: 'the secret of the guest' } }
    }),
  )

const orders = async () => (await payload.db.count({ collection: 'orders' as 'users' })).totalDocs
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { data?: { code?: string }; status?: number }) => `${error.status} ${error.data?.code}`,
  )

test('the same key and body give the same answer and are done once', async () => {
  const first = await order()
  const second = await order({ body: { items: [{ quantity: 1, variant: 'a' }] } })
  expect(first).toMatchObject({ status: 201, replayed: false })
  expect(second).toEqual({ ...first, replayed: true })
  expect(await orders()).toBe(1)
})

test('fifty callers at once get one order and one answer', async () => {
  const answers = await race(50, () => order())
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
  expect(await orders()).toBe(1)
})

test('another body under the same key is refused', async () => {
  await order()
  expect(await code(order({ body: { items: [] } }))).toBe('409 IDEMPOTENCY_KEY_REUSED')
  expect(await orders()).toBe(1)
})

test('a key belongs to its caller and its route', async () => {
  await order()
  await order({ scope: 'user:2', body: 'another' })
  await order({ route: 'post /vouchers', body: 'another' })
  expect(await orders()).toBe(3)
})

test('what failed left nothing behind and may be tried again', async () => {
  await expect(order({}, true)).rejects.toThrow('Out of stock.')
  expect(await orders()).toBe(0)
  expect(await order()).toMatchObject({ status: 201, replayed: false })
})

test.each([
  ['', 'empty'],
  ['x'.repeat(256), 'too long'],
  ['schlüssel', 'not ASCII'],
  ['a\u0007b', 'not printable'],
])('a key that is %j is refused', async (key) => {
  expect(await code(order({ key }))).toBe('400 IDEMPOTENCY_KEY_INVALID')
})

test('neither the key nor the answer can be read in the database', async () => {
  await order({ key: 'key of the guest' })
  const { docs } = await payload.db.find({ collection: 'idempotency-keys', where: {} })
  const stored = JSON.stringify(docs)
  expect(stored).not.toContain('key of the guest')
  expect(stored).not.toContain('the secret of the guest')
})

test('keys are kept for 30 days, and for good where money is concerned', async () => {
  await order({ key: 'ordinary' })
  await order({ key: 'money', keep: true })
  clock.advance(31 * 86_400_000)
  expect(await forgetKeys(payload, { now })).toEqual({ done: 1 })
  expect((await order({ key: 'money', keep: true })).replayed).toBe(true)
  expect((await order({ key: 'ordinary' })).replayed).toBe(false)
})
