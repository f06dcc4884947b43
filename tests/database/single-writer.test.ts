import { randomUUID } from 'node:crypto'
import { copyFileSync, statSync, writeFileSync } from 'node:fs'
import { type FileHandle, open as openFile } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from '@libsql/client'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { inCall, outsideCall } from '../../platform/call.ts'
import { settled } from '../../platform/database/connection.ts'
import { durable } from '../../platform/database/durable.ts'
import { singleWriter } from '../../platform/database/single-writer.ts'
import { holdLimit, waitLimit } from '../../platform/database/turns.ts'
import { onlyServer } from '../../platform/server/only-server.ts'
import { folder } from './boot.ts'

const open: Client[] = []

async function empty(): Promise<Client> {
  const client = singleWriter(path.join(folder(), 'deeper', 'test.db'))
  open.push(client)
  await client.executeMultiple(`
    create table shelves (id text primary key);
    create table books (id text primary key, title text unique, pages numeric, shelf text references shelves(id) deferrable initially deferred);
  `)
  return client
}

afterEach(() => {
  vi.useRealTimers()
  for (const client of open.splice(0)) client.close()
})

const book = (id: string) => ({ sql: 'insert into books (id, title) values (?, ?)', args: [id, `Title of ${id}`] })
const titles = async (client: Pick<Client, 'execute'>) =>
  (await client.execute('select id from books order by id')).rows.map(({ id }) => id)

describe('statements', () => {
  test('answer rows by name and by position', async () => {
    const client = await empty()
    await client.execute(book('a'))
    const { rows, columns } = await client.execute('select id, title as length, pages from books')
    expect(columns).toEqual(['id', 'length', 'pages'])
    expect(rows[0]?.id).toBe('a')
    expect(rows[0]?.[1]).toBe('Title of a')
    expect(Array.prototype.slice.call(rows[0])).toEqual(['a', 'Title of a', null])
  })

  test('take named and positional values of every kind', async () => {
    const client = await empty()
    const kinds = [true, false, new Date(1_000), null, 1.5, 12n, 'text'] as const
    const { rows } = await client.execute({ sql: `select ${kinds.map(() => '?').join(', ')}`, args: [...kinds] as never })
    expect(Array.from(rows[0] ?? [])).toEqual([1, 0, 1_000, null, 1.5, 12, 'text'])
    expect((await client.execute({ sql: 'select :a, $b, @c', args: { a: 1, $b: 2, '@c': 3 } })).rows.map((row) => Array.from(row))).toEqual(
      [[1, 2, 3]],
    )
    await expect(client.execute({ sql: 'select ?', args: [undefined as never] })).rejects.toThrow('undefined')
    await expect(client.execute({ sql: 'select ?', args: [Number.NaN] })).rejects.toThrow('finite')
  })

  test('see columns that were added after they were prepared', async () => {
    const client = await empty()
    await client.execute(book('a'))
    const all = 'select * from books'
    expect((await client.execute(all)).columns).toHaveLength(4)
    await client.execute(`alter table books add column language text default 'sw'`)
    expect((await client.execute(all)).rows[0]?.language).toBe('sw')
  })

  test('are the same when only the names of what they join were drawn anew', () => {
    const joined = (a: string, b: string) => `select "${a}"."x" from "t" "${a}" left join "u" "${b}" on "${a}"."id" = "${b}"."id"`
    const drawn = () => settled(joined(randomUUID().replaceAll('-', '_'), randomUUID().replaceAll('-', '_')))
    expect(drawn()).toBe(drawn())
    expect(drawn()).toBe(joined('joined_1', 'joined_2'))
  })

  test('that write are told from those that read', async () => {
    const client = await empty()
    const { rows } = await client.execute({ sql: 'insert into books (id, title) values (?, ?) returning id, pages', args: ['a', 'A'] })
    expect(rows[0]?.id).toBe('a')
    await client.execute(`with named as (select 'b' as id) insert into books (id, title) select id, id from named`)
    await client.execute(`/* a note first */ update books set pages = 12 where id = 'a'`)
    expect((await client.execute('PRAGMA foreign_keys')).rows[0]?.foreign_keys).toBe(1)
    expect(await titles(client)).toEqual(['a', 'b'])
  })

  test('of a batch happen all or not at all', async () => {
    const client = await empty()
    await expect(client.batch([book('a'), book('b'), book('a')])).rejects.toThrow('UNIQUE constraint failed')
    expect(await titles(client)).toEqual([])
    await client.batch([book('a'), ['delete from books where id = ?', ['a']], book('b')])
    expect(await titles(client)).toEqual(['b'])
  })
})

describe('transactions', () => {
  test('queue in the order in which they were asked for, and readers do not wait', async () => {
    const client = await empty()
    const order: string[] = []
    const first = await client.transaction('write')
    const second = client.transaction('write').then(async (transaction) => {
      order.push('second')
      await transaction.execute(book('b'))
      await transaction.commit()
    })
    const third = client.execute(book('c')).then(() => order.push('third'))
    await first.execute(book('a'))
    expect(await titles(first)).toEqual(['a'])
    expect(await titles(client)).toEqual([])
    order.push('first')
    await first.commit()
    await Promise.all([second, third])
    expect(order).toEqual(['first', 'second', 'third'])
    expect(await titles(client)).toEqual(['a', 'b', 'c'])
  })

  test('that are rolled back or closed leave nothing, and are over', async () => {
    const client = await empty()
    for (const end of ['rollback', 'close'] as const) {
      const transaction = await client.transaction('write')
      await transaction.execute(book('a'))
      await transaction[end]()
      expect(transaction.closed).toBe(true)
      await expect(transaction.execute(book('b'))).rejects.toThrow('has ended')
      await expect(transaction.commit()).rejects.toThrow('has ended')
    }
    expect(await titles(client)).toEqual([])
  })

  test('whose COMMIT fails say so, leave nothing and let the next one in', async () => {
    const client = await empty()
    const transaction = await client.transaction('write')
    await transaction.execute(`insert into books (id, title, shelf) values ('a', 'A', 'no such shelf')`)
    const next = client.execute(book('b'))
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
    await next
    expect(await titles(client)).toEqual(['b'])
  })

  test('that SQLite ends by itself cannot go on', async () => {
    const client = await empty()
    const transaction = await client.transaction('write')
    await transaction.execute(book('a'))
    await transaction.execute('rollback')
    await expect(transaction.execute(book('b'))).rejects.toThrow('has ended')
    await expect(transaction.commit()).rejects.toThrow('has ended')
    expect(await titles(client)).toEqual([])
  })

  test('are answered when they are on the disk, and hold up nobody until then', async () => {
    const client = await empty()
    const handle = await openFile(import.meta.filename, 'r')
    const disk = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'datasync')
    await handle.close()
    const arrived = Promise.withResolvers<void>()
    disk.mockReturnValueOnce(arrived.promise)
    const answered: string[] = []
    const write = async (id: string) => {
      const transaction = await client.transaction('write')
      await transaction.execute(book(id))
      await transaction.commit()
      answered.push(id)
    }
    const all = Promise.all(['a', 'b', 'c'].map(write))
    await vi.waitUntil(async () => (await titles(client)).length === 3)
    expect(answered).toEqual([])
    arrived.resolve()
    await all
    expect(answered).toEqual(['a', 'b', 'c'])
    // The second and the third went together.
    expect(disk).toHaveBeenCalledTimes(2)
    const lookedAt = await client.transaction('write')
    await lookedAt.execute('select 1')
    await lookedAt.commit()
    expect(disk).toHaveBeenCalledTimes(2)
  })

  test('that cannot reach the disk are no success', async () => {
    const client = await empty()
    const handle = await openFile(import.meta.filename, 'r')
    vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'datasync').mockRejectedValueOnce(new Error('The disk is gone.'))
    await handle.close()
    await expect(client.execute(book('a'))).rejects.toThrow('The disk is gone.')
    await expect(client.execute(book('b'))).resolves.toBeDefined()
  })

  test('find the way to the disk again when it was closed for a while', async () => {
    const file = path.join(folder(), 'log')
    const log = durable(file)
    await expect(log.reached()).rejects.toThrow('ENOENT')
    writeFileSync(file, 'written')
    await expect(log.reached()).resolves.toBeUndefined()
    await log.close()
    await expect(durable(path.join(file, 'nowhere')).close()).resolves.toBeUndefined()
  })

  test('with a batch or a script are as whole as others', async () => {
    const client = await empty()
    const transaction = await client.transaction('write')
    await transaction.batch([book('a'), book('b')])
    await transaction.executeMultiple(`update books set pages = 1; delete from books where id = 'b'`)
    await transaction.commit()
    expect(await titles(client)).toEqual(['a'])
  })
})

describe('a call that holds a transaction', () => {
  test('cannot wait for itself: the write fails at once and names the table', async () => {
    const client = await empty()
    await inCall({}, async () => {
      const transaction = await client.transaction('write')
      await expect(client.execute(book('a'))).rejects.toThrow(/write to "books".*req was not passed/)
      await expect(client.execute('update "shelves" set id = 1')).rejects.toThrow('"shelves"')
      await expect(client.batch([book('a')])).rejects.toThrow('req was not passed')
      await expect(client.execute('select 1')).resolves.toBeDefined()
      await transaction.execute(book('b'))
      await transaction.commit()
      await client.execute(book('c'))
    })
    expect(await titles(client)).toEqual(['b', 'c'])
  })

  test('may begin another that only looks', async () => {
    const client = await empty()
    await inCall({}, async () => {
      const first = await client.transaction('write')
      const second = await client.transaction('write')
      expect(await titles(second)).toEqual([])
      await expect(second.execute('delete from books')).rejects.toThrow('"books"')
      await expect(second.batch([book('a')])).rejects.toThrow('"books"')
      await second.rollback()
      await first.execute(book('a'))
      await first.commit()
    })
    expect(await titles(client)).toEqual(['a'])
  })

  test('does not bind what is started outside it', async () => {
    const client = await empty()
    await inCall({}, async () => {
      const transaction = await client.transaction('write')
      const later = outsideCall(() => client.execute(book('b')))
      await transaction.execute(book('a'))
      await transaction.commit()
      await later
    })
    expect(await titles(client)).toEqual(['a', 'b'])
  })
})

describe('waiting', () => {
  test('has a limit, after which the error says who holds the writer', async () => {
    vi.useFakeTimers()
    const client = await empty()
    const transaction = await inCall({ route: 'POST /api/orders' }, () => client.transaction('write'))
    const refused = expect(client.execute(book('a'))).rejects.toThrow(
      'waited 30 s for a transaction that POST /api/orders has held for 30 s',
    )
    await vi.advanceTimersByTimeAsync(waitLimit)
    await refused
    await transaction.execute(book('b'))
    await transaction.commit()
    expect(await titles(client)).toEqual(['b'])
  })

  test('for a transaction that never ends rolls it back in the end', async () => {
    vi.useFakeTimers()
    const client = await empty()
    const lost = await client.transaction('write')
    await lost.execute(book('lost'))
    for (let waited = 0; waited < holdLimit; waited += waitLimit) {
      const refused = expect(client.execute(book('early'))).rejects.toThrow('waited 30 s')
      await vi.advanceTimersByTimeAsync(waitLimit)
      await refused
    }
    await client.execute(book('late'))
    await expect(lost.commit()).rejects.toThrow('kept others waiting')
    expect(await titles(client)).toEqual(['late'])
  })
})

test('a closed client refuses everything and has moved all into the one file', async () => {
  const dir = folder()
  const client = singleWriter(path.join(dir, 'test.db'))
  await client.execute('create table books (id text)')
  await client.transaction('write')
  client.close()
  client.close()
  expect(client.closed).toBe(true)
  await expect(client.execute('select 1')).rejects.toThrow('closed')
  expect(statSync(path.join(dir, 'test.db-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
  const again = singleWriter(path.join(dir, 'test.db'))
  expect(await titles(again)).toEqual([])
  again.close()
})

test('after some hundreds of commits they are in the file itself, not only in its log', async () => {
  const dir = folder()
  const client = singleWriter(path.join(dir, 'test.db'))
  open.push(client)
  await client.execute('create table books (id text)')
  for (let id = 0; id < 300; id++) await client.execute({ sql: 'insert into books values (?)', args: [id] })
  const inFile = async () => {
    const copy = path.join(folder(), 'copy.db')
    copyFileSync(path.join(dir, 'test.db'), copy)
    const alone = singleWriter(copy)
    open.push(alone)
    return (await alone.execute("select 1 from sqlite_master where name = 'books'")).rows.length && (await titles(alone)).length
  }
  await expect.poll(inFile).toBeGreaterThanOrEqual(199)
})

test('of several chains of statements that keep the event loop, one goes on at a time', async () => {
  const client = await empty()
  let turns = 0
  let over = false
  const count = () => {
    turns++
    if (!over) setImmediate(count)
  }
  setImmediate(count)
  const slices = 10
  const chain = async () => {
    for (let n = 0; n < slices; n++) {
      await client.execute('select 1')
      const end = performance.now() + 2
      while (performance.now() < end);
    }
  }
  await Promise.all(Array.from({ length: 5 }, chain))
  over = true
  // Somebody else was looked at between any two, as soon as the first had their time.
  expect(turns).toBeGreaterThanOrEqual(4 * slices)
})

test('one server has the file; the next one waits, says why it ends, and comes in when the first has gone', async () => {
  const url = `file:${path.join(folder(), 'platform.db')}`
  const leave = await onlyServer(url, 0)
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await expect(onlyServer(url, 0)).rejects.toThrow(/Another server runs on .*platform\.db\. Stop it/)
  const next = onlyServer(url, 5_000)
  leave()
  const leaveToo = await next
  expect(log).toHaveBeenCalledWith(expect.stringContaining('waiting for it to finish'))
  leaveToo()
  log.mockRestore()
})
