import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { database } from '../../platform/database/index.ts'
import { folder } from './boot.ts'

test.each([
  ['mongodb://127.0.0.1:27017/vior?replicaSet=rs0', 'mongoose'],
  ['mongodb+srv://cluster.example.org/vior', 'mongoose'],
  ['file:./data/platform.db', 'sqlite'],
  ['file:/var/lib/vior/platform.db', 'sqlite'],
  ['/var/lib/vior/platform.db', 'sqlite'],
])('%s is served by %s', async (url, name) => {
  expect((await database({ url })).name).toBe(name)
})

test('a file may be named in every way that a file can be named', async () => {
  const file = path.join(folder(), 'a name with spaces.db')
  for (const url of [file, `file:${file}`, pathToFileURL(file).href]) {
    const db = (await database({ url })).init({ payload: { logger: { warn: () => undefined } } as never }) as unknown as {
      clientConfig: { url: string }
    }
    expect(db.clientConfig.url).toBe(`file:${file}`)
  }
})
