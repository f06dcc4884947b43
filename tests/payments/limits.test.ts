import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { nextPhone, type World, world } from './world.ts'

let it: World

beforeAll(async () => {
  it = await world({ env: { RATE_LIMIT: 'on' } })
})

const orders = async (count: number) => {
  const placed = []
  for (let index = 0; index < count; index++) placed.push(await it.order())
  return placed
}

test('a number gets three prompts in ten minutes, also when many ask at once, and then again', async () => {
  const phone = nextPhone()
  const placed = await orders(10)
  const answers = await Promise.all(placed.map((order) => it.begin(order, { phone })))
  expect(answers.filter(({ status }) => status === 202)).toHaveLength(3)
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(7)
  for (const { body } of refused) expect(body.errors[0].data).toMatchObject({ code: 'TOO_MANY_PROMPTS', retryAfter: expect.any(Number) })
  expect(await it.prompts(phone)).toHaveLength(3)
  const [free] = placed.filter((_, index) => answers[index]?.status === 429)
  if (!free) throw new Error('Nobody was refused.')
  expect((await it.begin(free, { phone: nextPhone() })).status).toBe(202)
  it.clock.advance(10 * 60_000 + 1_000)
  const [late] = await orders(1)
  expect((await it.begin(late as never, { phone })).status).toBe(202)
  it.clock.reset()
})

/** Puts further attempts beside one, begun by the same person from the same address and over by now. */
async function repeat(id: string, times: number): Promise<void> {
  const { id: _, openKey, promptKey, promptNumber, ...first } = await it.payment(id)
  for (let n = 0; n < times; n++) {
    const reference = `${first.reference}-${n}`
    await it.payload.db.create({ collection: 'payments', data: { ...first, id: newId(), reference, status: 'failed' } as never })
  }
}

const refusedFor = (code: string) => ({ status: 429, data: { code, retryAfter: expect.any(Number) } })

const shown = ({ status, body }: Awaited<ReturnType<World['begin']>>) => ({ status, data: body.errors?.[0]?.data ?? {} })

test('one user begins thirty attempts an hour, whatever the address; others are not held up', async () => {
  const signedIn = (role: 'customer' | 'student') => ({ authorization: `JWT ${it.as(role).token}` })
  const [first] = await orders(1)
  const begun = await it.begin(first as never, {}, signedIn('customer'))
  expect(begun.status).toBe(202)
  await repeat(begun.body.payment.id, 28)
  const [thirtieth, next, others] = await orders(3)
  expect((await it.begin(thirtieth as never, {}, signedIn('customer'))).status).toBe(202)
  expect(shown(await it.begin(next as never, {}, signedIn('customer')))).toMatchObject(refusedFor('TOO_MANY_ATTEMPTS'))
  expect(await it.count('payments', { 'subject.value': { equals: next?.id } })).toBe(0)
  expect((await it.begin(others as never, {}, signedIn('student'))).status).toBe(202)
  it.clock.advance(60 * 60_000 + 1_000)
  const [late] = await orders(1)
  expect((await it.begin(late as never, {}, signedIn('customer'))).status).toBe(202)
  it.clock.reset()
})

test('from one address a hundred and twenty attempts are begun in an hour, by whomever', async () => {
  const [first, next] = await orders(2)
  const begun = await it.begin(first as never)
  expect(begun.status).toBe(202)
  const { addressHash } = await it.payment(begun.body.payment.id)
  const before = await it.count('payments', { addressHash: { equals: addressHash } })
  await repeat(begun.body.payment.id, 120 - before)
  expect(shown(await it.begin(next as never))).toMatchObject(refusedFor('TOO_MANY_ATTEMPTS'))
  const cash = await it.begin(next as never, { provider: 'cash', phone: undefined })
  expect(shown(cash)).toMatchObject(refusedFor('TOO_MANY_ATTEMPTS'))
  it.clock.advance(60 * 60_000 + 1_000)
  const [late] = await orders(1)
  expect((await it.begin(late as never)).status).toBe(202)
  it.clock.reset()
})

test('a till takes cash and sends prompts beyond what guests may, and holds up nobody at its address; one phone is still not flooded', async () => {
  it.clock.advance(2 * 60 * 60_000)
  const till = { authorization: `JWT ${it.as('sales').token}` }
  const cash = { provider: 'cash', phone: undefined }
  const [first] = await orders(1)
  const begun = await it.begin(first as never, cash, till)
  expect(begun.status).toBe(202)
  const { openedBy, addressHash } = await it.payment(begun.body.payment.id)
  expect({ openedBy, addressHash: addressHash ?? null }).toEqual({ openedBy: it.as('sales').user.id, addressHash: null })
  await repeat(begun.body.payment.id, 130)
  const [coins, prompt, guest] = await orders(3)
  const taken = await it.begin(coins as never, cash, till)
  expect(taken.status).toBe(202)
  expect((await it.as('sales').post(`/payments/${taken.body.payment.id}/receive`, {})).status).toBe(200)
  expect((await it.begin(prompt as never, {}, till)).status).toBe(202)
  expect((await it.begin(guest as never, cash)).status).toBe(202)
  const phone = nextPhone()
  const answers = []
  for (const order of await orders(4)) answers.push((await it.begin(order, { phone }, till)).status)
  expect(answers).toEqual([202, 202, 202, 429])
  it.clock.reset()
})
