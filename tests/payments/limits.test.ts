import { beforeAll, expect, test } from 'vitest'
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
