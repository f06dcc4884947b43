import { MongoServerError, MongoServerSelectionError } from 'mongodb'
import { commitTransaction, initTransaction, killTransaction } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import { currentCall, inCall } from '../../platform/call.ts'
import { onCommit } from '../../platform/database/commits.ts'
import { isTransient } from '../../platform/database/transient.ts'
import { quietly } from '../../platform/database/unreachable.ts'
import { problemOf } from '../../platform/problem.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { boot, collections, emptyDatabase, engine, real, request } from './boot.ts'

const payload = await boot({
  collections: [
    ...collections(),
    {
      slug: 'careless',
      fields: [{ name: 'title', type: 'text' }],
      hooks: {
        afterChange: [
          async ({ req }) => {
            // The failure ends the transaction for everybody in it, whether it is caught or not.
            await payload.create({ collection: 'products', data: { id: 'taken', title: 'Second' }, req }).catch(() => undefined)
          },
        ],
      },
    },
  ],
})

const titled = async (title: string) => (await payload.count({ collection: 'products', where: { title: { equals: title } } })).totalDocs

describe('a forgotten req', () => {
  const inside = (work: (req: Awaited<ReturnType<typeof request>>) => Promise<unknown>) =>
    inCall({ route: 'test' }, async () => {
      const req = await request(payload)
      await inTransaction(req, () => work(req))
    })

  test('fails at once, names the collection, and the whole is rolled back', async () => {
    const failing = inside(async (req) => {
      await payload.create({ collection: 'products', data: { title: 'with req' }, req })
      await payload.create({ collection: 'stock-moves', data: { quantity: 1 } })
    })
    await expect(failing).rejects.toThrow(/write to "stock-moves".*req was not passed/)
    expect(await titled('with req')).toBe(0)
    expect((await payload.count({ collection: 'stock-moves' })).totalDocs).toBe(0)
  })

  test('is found in every kind of write', async () => {
    const page = await payload.create({ collection: 'pages', data: { title: 'a page' } })
    const { id } = page
    const writes: Record<string, () => Promise<unknown>> = {
      update: () => payload.update({ collection: 'pages', id, data: { title: 'other' } }),
      delete: () => payload.delete({ collection: 'pages', id }),
      'db.create': () => payload.db.create({ collection: 'pages', data: { id: 'x', title: 'other' } }),
      'db.updateOne': () => payload.db.updateOne({ collection: 'pages', id, data: { title: 'other' } }),
      'db.deleteMany': () => payload.db.deleteMany({ collection: 'pages', where: {} }),
    }
    for (const write of Object.values(writes)) await expect(inside(write)).rejects.toThrow('"pages"')
    expect((await payload.findByID({ collection: 'pages', id })).title).toBe('a page')
  })

  test('of a read is no error', async () => {
    await inside(async (req) => {
      await payload.create({ collection: 'products', data: { title: 'unseen' }, req })
      expect(await titled('unseen')).toBe(0)
      expect((await payload.count({ collection: 'products', where: { title: { equals: 'unseen' } }, req })).totalDocs).toBe(1)
    })
    expect(await titled('unseen')).toBe(1)
  })
})

describe('what is to happen after the commit', () => {
  test('happens then, and belongs to no call', async () => {
    const req = await request(payload)
    const seen: unknown[] = []
    await inCall({}, async () => {
      await initTransaction(req)
      onCommit(real(payload), req.transactionID as string, () => seen.push(['first', currentCall()]))
      onCommit(real(payload), req.transactionID as string, () => {
        seen.push(['second', currentCall()])
        throw new Error('nobody waits for this')
      })
      onCommit(real(payload), req.transactionID as string, async () => {
        seen.push(['third', currentCall()])
        throw new Error('nor for this')
      })
      expect(seen).toEqual([])
      await commitTransaction(req)
    })
    expect(seen).toEqual([
      ['first', undefined],
      ['second', undefined],
      ['third', undefined],
    ])
  })

  test('never happens when the transaction is rolled back', async () => {
    const req = await request(payload)
    let ran = false
    await initTransaction(req)
    onCommit(real(payload), req.transactionID as string, () => {
      ran = true
    })
    await killTransaction(req)
    expect(ran).toBe(false)
  })

  test('happens at once without a transaction', () => {
    let ran = 0
    const count = () => {
      ran += 1
    }
    onCommit(real(payload), undefined, count)
    onCommit(real(payload), 'one that ended long ago', count)
    expect(ran).toBe(2)
  })
})

describe('a call', () => {
  test('knows the transaction that it holds, and whether it has committed anything', async () => {
    await inCall({}, async () => {
      const req = await request(payload)
      await initTransaction(req)
      expect(currentCall()).toMatchObject({ transaction: req.transactionID, committed: false })
      await payload.create({ collection: 'products', data: { title: 'known' }, req })
      await commitTransaction(req)
      expect(currentCall()).toMatchObject({ committed: true })
      expect(currentCall()?.transaction).toBeUndefined()
    })
  })

  test('that was rolled back has committed nothing', async () => {
    await inCall({}, async () => {
      const req = await request(payload)
      await initTransaction(req)
      await payload.create({ collection: 'products', data: { title: 'undone' }, req })
      await killTransaction(req)
      expect(currentCall()).toMatchObject({ committed: false })
      expect(currentCall()?.transaction).toBeUndefined()
    })
    expect(await titled('undone')).toBe(0)
  })

  test('that writes outside a transaction has committed', async () => {
    const { id } = await payload.create({ collection: 'products', data: { title: 'counted' } })
    await inCall({}, async () => {
      await payload.db.updateOne({ collection: 'products', id, data: { stock: { $inc: 1 } } })
      expect(currentCall()).toMatchObject({ committed: true })
    })
  })
})

test('a transaction that was rolled back by a failure inside it cannot be committed by a caller who looked away', async () => {
  await payload.create({ collection: 'products', data: { id: 'taken', title: 'First' } })
  await expect(payload.create({ collection: 'careless', data: { title: 'lost' } })).rejects.toThrow('nothing to commit')
  expect((await payload.count({ collection: 'careless' })).totalDocs).toBe(0)
})

test.runIf(engine === 'sqlite')('a COMMIT that fails is a failed request, and nothing happens after it', async () => {
  const req = await request(payload)
  let ran = false
  await initTransaction(req)
  const { id } = await payload.create({ collection: 'products', data: { title: 'not kept' }, req })
  onCommit(real(payload), req.transactionID as string, () => {
    ran = true
  })
  const { db } = (payload.db as unknown as { sessions: Record<string, { db: unknown }> }).sessions[req.transactionID as string] ?? {}
  const run = (raw: string) => (payload.db as unknown as { execute: (args: object) => Promise<unknown> }).execute({ db, raw })
  await run('PRAGMA defer_foreign_keys = ON')
  await run(`insert into products_rels (parent_id, path, "order") values ('nobody', 'related', 1)`)
  await expect(commitTransaction(req)).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
  expect(ran).toBe(false)
  expect(await titled('not kept')).toBe(0)
  await expect(payload.findByID({ collection: 'products', id })).rejects.toThrow('Not Found')
  await payload.create({ collection: 'products', data: { title: 'after it' } })
})

describe.runIf(engine === 'mongodb')('on MongoDB', () => {
  const fail = (times: number, data: object) =>
    payload.db.connection
      .getClient()
      .db('admin')
      .command({ configureFailPoint: 'failCommand', mode: { times }, data: { failCommands: ['commitTransaction'], ...data } })
  const began = async (title: string) => {
    const req = await request(payload)
    await initTransaction(req)
    await payload.create({ collection: 'products', data: { title }, req })
    return req
  }

  test('an address without a replica set is refused with a word of help', async () => {
    const url = new URL(emptyDatabase())
    url.searchParams.delete('replicaSet')
    url.searchParams.set('directConnection', 'true')
    await expect(boot({ url: url.href })).rejects.toThrow(/names no replica set.*replicaSet=rs0/)
  })

  test('a commit that fails is a failed request', async () => {
    const req = await began('refused')
    await fail(1, { errorCode: 8, errorLabels: [] })
    await expect(commitTransaction(req)).rejects.toThrow()
    expect(await titled('refused')).toBe(0)
  })

  test('a commit with an unknown outcome is asked for again', async () => {
    const req = await began('asked again')
    await fail(3, { errorCode: 64, errorLabels: ['UnknownTransactionCommitResult'] })
    await commitTransaction(req)
    expect(await titled('asked again')).toBe(1)
  })

  test('a lost race is known as such', async () => {
    const { id } = await payload.create({ collection: 'products', data: { title: 'contended' } })
    const [one, two] = [await began('one'), await began('two')]
    const change = (req: typeof one) => payload.db.updateOne({ collection: 'products', id, data: { stock: { $inc: 1 } }, req })
    await change(one)
    const lost = await change(two).catch((error: unknown) => error)
    expect(isTransient(lost)).toBe(true)
    expect(isTransient(new Error('wrapped', { cause: lost }))).toBe(true)
    await killTransaction(two)
    await commitTransaction(one)
  })
})

describe('a database that cannot be asked', () => {
  const away = new MongoServerSelectionError('connect ECONNREFUSED 127.0.0.1:27017', { setName: 'rs0' } as never)
  const stepsDown = new MongoServerError({ code: 189, message: 'not primary' })

  test.each([away, stepsDown, new Error('wrapped', { cause: away })])('is no fault of the platform: come again later (%s)', (error) => {
    expect(problemOf(error)).toMatchObject({ status: 503, data: { code: 'UNAVAILABLE' } })
  })

  test('is told of once by whoever asks again and again, and other errors each time', () => {
    const [tell, absent] = [vi.fn(), vi.fn()]
    const failed = quietly(tell, absent)
    for (const error of [away, stepsDown, new Error('other'), away, new Error('other')]) failed(error)
    expect([tell.mock.calls.length, absent.mock.calls.length]).toEqual([2, 1])
  })
})
