import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderStore } from '../../platform/storage/folder.ts'
import { gridfsStore } from '../../platform/storage/gridfs.ts'
import { rangeOf } from '../../platform/storage/range.ts'
import { bytesOf, isKey, type Store } from '../../platform/storage/store.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vior-store-'))
const mongo = process.env.ENGINE === 'mongodb' ? new MongoClient(process.env.MONGO_TEST_URL as string) : undefined
const database = mongo?.db(`test_store_${randomBytes(4).toString('hex')}`)

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database?.dropDatabase()
  await mongo?.close()
})

const all = async (keys: AsyncIterable<string>) => (await Array.fromAsync(keys)).sort()

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What every store promises. */
const contract = (name: string, open: () => Store) =>
  describe(`the store in a ${name}`, () => {
    let store: Store

    beforeAll(() => {
      store = open()
    })

    test('gives back what was put, byte by byte, whatever its size', async () => {
      for (const size of [0, 1, 255 * 1024, 255 * 1024 + 1, 3_000_000]) {
        const bytes = new Uint8Array(randomBytes(size))
        await store.put('media/sizes.bin', bytes)
        expect(hash(await bytesOf(store, 'media/sizes.bin')), String(size)).toBe(hash(bytes))
        expect((await store.stat('media/sizes.bin'))?.size).toBe(size)
      }
    })

    test('gives back parts', async () => {
      const bytes = new Uint8Array(randomBytes(600_000))
      await store.put('media/parts.bin', bytes)
      for (const [start, end] of [
        [0, 0],
        [0, 599_999],
        [261_119, 261_121],
        [599_999, 599_999],
        [100_000, 400_000],
      ] as const) {
        const part = await new Response(store.read('media/parts.bin', { start, end }) as BodyInit).bytes()
        expect(hash(part), `${start}-${end}`).toBe(hash(bytes.subarray(start, end + 1)))
      }
    })

    test('says when an object is another one, and when there is none', async () => {
      await store.put('media/changes.txt', Buffer.from('one'))
      const before = await store.stat('media/changes.txt')
      await store.put('media/changes.txt', Buffer.from('two'))
      const after = await store.stat('media/changes.txt')
      expect(after?.etag).not.toBe(before?.etag)
      expect(after?.etag).toMatch(/^"[\w-]+"$/)
      expect(await store.stat('media/nothing')).toBeUndefined()
      await expect(bytesOf(store, 'media/nothing')).rejects.toThrow()
    })

    test('removes, once or twice', async () => {
      await store.put('media/gone.txt', Buffer.from('x'))
      await store.remove('media/gone.txt')
      await store.remove('media/gone.txt')
      expect(await store.stat('media/gone.txt')).toBeUndefined()
    })

    test('lists an area and nothing else', async () => {
      expect(await all(store.list('empty'))).toEqual([])
      await store.put('files/a b – ü.pdf', Buffer.from('1'))
      await store.put('files/b.pdf', Buffer.from('2'))
      await store.put('filesystem/c.pdf', Buffer.from('3'))
      await store.put('files/b.pdf', Buffer.from('4'))
      expect(await all(store.list('files'))).toEqual(['files/a b – ü.pdf', 'files/b.pdf'])
    })

    test('keeps areas apart and lets no key lead elsewhere', async () => {
      for (const key of [
        'a',
        'media/',
        '/etc/passwd',
        'media/../secret',
        'media/../../etc/passwd',
        'media/a/b',
        '../x/y',
        'media/.hidden',
        'media/a\u0000b',
        'media/a\\b',
        'Media/x',
        '',
      ])
        await expect(store.put(key, Buffer.from('x')), key).rejects.toThrow('is no key')
    })

    test('shows whole objects only, however many write the same at once', async () => {
      const versions = Array.from({ length: 8 }, () => new Uint8Array(randomBytes(400_000)))
      const known = new Set(versions.map(hash))
      await store.put('media/race.bin', versions[0] as Uint8Array)
      await Promise.all(versions.map((bytes) => store.put('media/race.bin', bytes)))
      expect(known.has(hash(await bytesOf(store, 'media/race.bin')))).toBe(true)
      expect((await all(store.list('media'))).filter((key) => key === 'media/race.bin')).toHaveLength(1)
    })
  })

contract('folder', () => folderStore(folder))

// Without MongoDB there is no such store.
if (database) contract('database', () => gridfsStore(database))

test('a folder holds nothing of what was not finished', () => {
  expect(readdirSync(path.join(folder, 'media')).filter((name) => name.startsWith('.'))).toEqual([])
})

test.each([
  ['media/a.webp', true],
  ['files/01a1f883-7631-7366-a4fb-d6e3e5c81bc3-0a1b', true],
  ['media/Bild (1) – ü.png', true],
  ['media/..', false],
  ['media', false],
  ['m/', false],
])('%s is a key: %s', (key, answer) => {
  expect(isKey(key)).toBe(answer)
})

test.each([
  [null, 'whole'],
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=90-1000', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-1000', { start: 0, end: 99 }],
  ['bytes=100-', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=5-4', 'whole'],
  ['bytes=0-1,3-4', 'whole'],
  ['items=0-1', 'whole'],
  ['bytes=a-b', 'whole'],
] as const)('of 100 bytes %j is %j', (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range)
})
