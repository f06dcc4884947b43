import type { PayloadRequest } from 'payload'
import { describe, expect, test } from 'vitest'
import { inTransaction, withRequest } from '../../platform/transaction.ts'
import { boot, race, real, tally } from './boot.ts'

const payload = await boot()

const takeOne = async (id: string, req?: PayloadRequest) => {
  const taken = await payload.db.updateOne({
    collection: 'products',
    req,
    options: { atomic: true },
    where: { and: [{ id: { equals: id } }, { stock: { greater_than_equal: 1 } }] },
    data: { stock: { $inc: -1 } },
  })
  return taken ? 'won' : 'refused'
}

const product = async (stock: number) => String((await payload.create({ collection: 'products', data: { title: 'Radio', stock } })).id)

const stockOf = async (id: string) => (await payload.findByID({ collection: 'products', id })).stock

describe('50 callers for 10 items', () => {
  test('10 win by one conditional update each', async () => {
    const id = await product(10)
    expect(tally(await race(50, () => takeOne(id)))).toEqual({ won: 10, refused: 40 })
    expect(await stockOf(id)).toBe(0)
  })

  test('10 win in transactions, and each leaves its row', async () => {
    const id = await product(10)
    const results = await race(50, () =>
      withRequest(real(payload), 'take', (req) =>
        inTransaction(req, async () => {
          if ((await takeOne(id, req)) === 'refused') return 'refused'
          await payload.create({ collection: 'stock-moves', data: { product: id, quantity: -1 }, req })
          return 'won'
        }),
      ),
    )
    expect(tally(results)).toEqual({ won: 10, refused: 40 })
    expect(await stockOf(id)).toBe(0)
    expect((await payload.count({ collection: 'stock-moves', where: { product: { equals: id } } })).totalDocs).toBe(10)
  })

  test('who fails after taking gives it back', async () => {
    const id = await product(1)
    const failing = withRequest(real(payload), 'take', (req) =>
      inTransaction(req, async () => {
        await takeOne(id, req)
        throw new Error('changed my mind')
      }),
    )
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await stockOf(id)).toBe(1)
  })
})

test('1,000 parallel creates lose no row', async () => {
  const results = await race(1000, (index) =>
    payload.create({ collection: 'products', data: { title: `Item ${index}`, tags: [{ name: 'new' }], colors: ['red'] } }),
  )
  expect(results.filter(({ status }) => status === 'rejected')).toEqual([])
  const ids = results.map((result) => (result.status === 'fulfilled' ? result.value.id : ''))
  const found = await payload.find({ collection: 'products', where: { id: { in: ids } }, pagination: false, depth: 0 })
  expect(found.docs).toHaveLength(1000)
  expect(found.docs.map(({ tags, colors }) => [tags, colors])).toEqual(
    Array(1000).fill([[{ id: expect.any(String), name: 'new' }], ['red']]),
  )
})
