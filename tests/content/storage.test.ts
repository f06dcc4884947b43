import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Db, MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderStore } from '../../platform/storage/folder.ts'
import { gridfsStore } from '../../platform/storage/gridfs.ts'
import { moveObjects } from '../../platform/storage/move.ts'
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

const folderOf = (name: string) => folderStore(path.join(folder, name))

/** Moves between two stores, whichever they are. */
const moving = (name: string, pair: (label: string) => { from: Store; to: Store }) =>
  describe(`moving files from a folder to a ${name}`, () => {
    const bytes = (n: number) => new Uint8Array(randomBytes(n))

    const filled = async (label: string) => {
      const { from, to } = pair(label)
      const put = { [`${label}/a.webp`]: bytes(10), [`${label}/b.pdf`]: bytes(600_000), [`${label}-private/c d – ü`]: bytes(0) }
      for (const [key, content] of Object.entries(put)) await from.put(key, content)
      return { move: { from, to, areas: [label, `${label}-private`] }, put }
    }

    const differing = async (store: Store, put: Record<string, Uint8Array>) => {
      const wrong: string[] = []
      for (const [key, content] of Object.entries(put))
        if (!(await store.stat(key)) || hash(await bytesOf(store, key)) !== hash(content)) wrong.push(key)
      return wrong
    }

    test('says first what it would do', async () => {
      const { move, put } = await filled('dry')
      const lines: string[] = []
      expect(await moveObjects({ ...move, dry: true, remove: true, told: (line) => lines.push(line) })).toEqual({
        copied: 3,
        bytes: 600_010,
        there: 0,
        removed: 0,
        failed: [],
      })
      expect(lines).toContain('dry/b.pdf (600000 bytes)')
      expect(await differing(move.from, put)).toEqual([])
      expect(await differing(move.to, put)).toHaveLength(3)
    })

    test('copies all, and nothing twice', async () => {
      const { move, put } = await filled('twice')
      expect(await moveObjects(move)).toMatchObject({ copied: 3, there: 0, removed: 0, failed: [] })
      expect(await differing(move.to, put)).toEqual([])
      expect(await moveObjects(move)).toMatchObject({ copied: 0, bytes: 0, there: 3, failed: [] })
      // Of the same size, but another one.
      await move.to.put('twice/a.webp', bytes(10))
      expect(await moveObjects({ ...move, remove: true })).toMatchObject({ copied: 1, there: 2, removed: 3, failed: [] })
      expect(await differing(move.to, put)).toEqual([])
      expect([...(await all(move.from.list('twice'))), ...(await all(move.from.list('twice-private')))]).toEqual([])
    })

    test('goes on where it broke off, and removes nothing that did not arrive as it was sent', async () => {
      const { move, put } = await filled('broken')
      const lossy: Store = { ...move.to, put: (key, content) => move.to.put(key, key.endsWith('pdf') ? content.subarray(1) : content) }
      const full: Store = { ...move.to, put: () => Promise.reject(new Error('The disk is full.')) }
      const lines: string[] = []
      expect((await moveObjects({ ...move, to: full, remove: true, told: (line) => lines.push(line) })).failed).toHaveLength(3)
      expect(lines[0]).toContain('could not be moved: The disk is full.')
      expect(await moveObjects({ ...move, to: lossy, remove: true })).toMatchObject({ copied: 2, removed: 2, failed: ['broken/b.pdf'] })
      expect(await all(move.from.list('broken'))).toEqual(['broken/b.pdf'])
      expect(await moveObjects({ ...move, remove: true })).toMatchObject({ copied: 1, removed: 1, failed: [] })
      expect(await differing(move.to, put)).toEqual([])
    })
  })

moving('folder', (label) => ({ from: folderOf(`from-${label}`), to: folderOf(`to-${label}`) }))
if (database) moving('database', (label) => ({ from: folderOf(`from-${label}`), to: gridfsStore(database) }))

describe('npm run media:move', () => {
  const command = (args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, ['platform/server/media-move.ts', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: path.join(folder, 'command'), ...env },
    })

  test('says how it is used', () => {
    const { status, stderr } = command(['--from', 'folder', '--to', 'attic'])
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^--to must be folder or gridfs\.\n\nnpm run media:move/)])
    expect(command(['--from', 'folder', '--to', 'folder']).stderr).toContain('are the same store')
    expect(command(['--help']).stdout).toContain('--dry-run')
  })

  test.runIf(database)(
    'brings public and private files into the database',
    async () => {
      const files = folderStore(path.join(folder, 'command'))
      await files.put('media/a.webp', Buffer.from('picture'))
      await files.put('files/01-secret', Buffer.from('private'))
      const url = new URL(process.env.MONGO_TEST_URL as string)
      url.pathname = `/${database?.databaseName}_command`
      const env = { DATABASE_URL: url.href, MODE: 'sandbox' }
      const target = gridfsStore(mongo?.db(url.pathname.slice(1)) as Db)
      try {
        const moved = command(['--from', 'folder', '--to', 'gridfs', '--remove'], env)
        expect([moved.status, moved.stdout]).toEqual([
          0,
          expect.stringContaining('Copied 2 files (0.0 MB); 0 were there already; 2 removed'),
        ])
        expect(Buffer.from(await bytesOf(target, 'files/01-secret')).toString()).toBe('private')
        expect(await files.stat('files/01-secret')).toBeUndefined()
      } finally {
        await mongo?.db(url.pathname.slice(1)).dropDatabase()
      }
    },
    60_000,
  )
})

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
