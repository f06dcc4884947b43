import { commitTransaction, initTransaction, killTransaction } from 'payload'
import { describe, expect, test } from 'vitest'
import { inTransaction, withRequest } from '../../platform/transaction.ts'
import { boot, engine, race, real, request, tally } from './boot.ts'

const payload = await boot()

const product = (data: object = {}) => payload.create({ collection: 'products', data: { title: 'Radio', ...data } })

const refusal = async (work: Promise<unknown>) => {
  const error = (await work.catch((reason: unknown) => reason)) as {
    name: string
    status: number
    data: { collection: string; errors: { path: string; message: string }[] }
  }
  const { name, status, data } = error
  return { name, status, collection: data?.collection, errors: data?.errors?.map(({ path, message }) => ({ path, message })) }
}

const duplicate = (path: string, collection = 'products') => ({
  name: 'ValidationError',
  status: 400,
  collection,
  errors: [{ path, message: 'Value must be unique' }],
})

describe('a duplicate is a client error that names the field', () => {
  test('of an id', async () => {
    const { id } = await product()
    expect(await refusal(product({ id }))).toEqual(duplicate('id'))
  })

  test('of a unique field, on creation and on change', async () => {
    await product({ sku: 'A-1' })
    const { id } = await product({ sku: 'A-2' })
    expect(await refusal(product({ sku: 'A-1' }))).toEqual(duplicate('sku'))
    expect(await refusal(payload.update({ collection: 'products', id, data: { sku: 'A-1' } }))).toEqual(duplicate('sku'))
  })

  test('of a unique field in a group', async () => {
    await product({ codes: { barcode: '5901234123457' } })
    expect(await refusal(product({ codes: { barcode: '5901234123457' } }))).toEqual(duplicate('codes.barcode'))
  })

  test('of a conditional update', async () => {
    await product({ sku: 'B-1' })
    const { id } = await product()
    const change = payload.db.updateOne({
      collection: 'products',
      where: { id: { equals: id } },
      options: { atomic: true },
      data: { sku: 'B-1' },
    })
    expect(await refusal(change)).toEqual(duplicate('sku'))
  })

  test('in a transaction, of a document of the same one', async () => {
    const req = await request(payload)
    await initTransaction(req)
    const { id } = await payload.create({ collection: 'pages', data: { title: 'one' }, req })
    expect(await refusal(payload.create({ collection: 'pages', data: { id, title: 'two' }, req }))).toEqual(duplicate('id', 'pages'))
    await killTransaction(req)
  })

  test('and one of many who race for it has it', async () => {
    const results = await race(20, () =>
      withRequest(real(payload), 'race', (req) =>
        inTransaction(req, async () => {
          await payload.create({ collection: 'products', data: { title: 'Radio', sku: 'RACE' }, req })
          return 'won'
        }),
      ),
    )
    expect(tally(results)).toEqual({ won: 1, 'ValidationError: The following field is invalid: sku': 19 })
  })
})

describe('no value is not a duplicate', () => {
  test.each([undefined, null, ''])('%j', async (sku) => {
    const [one, two] = [await product({ sku, codes: { barcode: sku } }), await product({ sku, codes: { barcode: sku } })]
    const found = await payload.find({ collection: 'products', where: { id: { in: [one.id, two.id] } } })
    expect(found.docs.map((doc) => doc.sku ?? null)).toEqual([null, null])
    expect(found.docs.map((doc) => (doc.codes as { barcode?: string } | undefined)?.barcode ?? null)).toEqual([null, null])
  })

  test.each([null, ''])('%j after there was one', async (sku) => {
    const both = [await product({ sku: `C-${sku}-1` }), await product({ sku: `C-${sku}-2` })]
    for (const { id } of both) await payload.update({ collection: 'products', id, data: { sku } })
    for (const { id } of both) expect((await payload.findByID({ collection: 'products', id })).sku ?? null).toBeNull()
    await product({ sku: `C-${sku}-1` })
  })

  test('in a conditional update', async () => {
    const both = [await product({ sku: 'D-1' }), await product({ sku: 'D-2' })]
    for (const { id } of both) {
      expect(
        await payload.db.updateOne({ collection: 'products', where: { id: { equals: id } }, options: { atomic: true }, data: { sku: '' } }),
      ).toMatchObject({ id })
    }
  })
})

test.runIf(engine === 'mongodb')('a unique field that may be empty is still found by its index', async () => {
  const { db } = payload.db.connection.getClient() as unknown as { db: (name?: string) => { collection: (name: string) => Finder } }
  type Finder = { find: (query: object) => { explain: () => Promise<{ queryPlanner: { winningPlan: unknown } }> } }
  const name = (payload.db as unknown as { connection: { name: string } }).connection.name
  const plan = await db
    .call(payload.db.connection.getClient(), name)
    .collection('products')
    .find({ sku: { $eq: 'A-1' } })
    .explain()
  expect(JSON.stringify(plan.queryPlanner.winningPlan)).toContain('"indexName":"sku_1"')
})

test('a value that was given back by a rollback is free', async () => {
  const req = await request(payload)
  await initTransaction(req)
  await payload.create({ collection: 'products', data: { title: 'Radio', sku: 'E-1' }, req })
  await killTransaction(req)
  const again = await request(payload)
  await initTransaction(again)
  await payload.create({ collection: 'products', data: { title: 'Radio', sku: 'E-1' }, req: again })
  await commitTransaction(again)
  expect((await payload.count({ collection: 'products', where: { sku: { equals: 'E-1' } } })).totalDocs).toBe(1)
})
