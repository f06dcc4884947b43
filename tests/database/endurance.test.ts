import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { boot, openFiles } from './boot.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (options: { type: 'major'; flavor: 'last-resort' }) => void

/** Megabytes in use once the rubbish is out and its room given back: when that happens by itself depends on how busy the machine is. */
const resident = () => {
  collect({ type: 'major', flavor: 'last-resort' })
  return process.memoryUsage.rss() / 2 ** 20
}

test('20,000 writes leave open files and memory as they were', { timeout: 300_000 }, async () => {
  const payload = await boot()
  const { id } = await payload.create({ collection: 'products', data: { title: 'Radio', stock: 0 } })
  const write = async (index: number) => {
    if (index % 2) await payload.db.updateOne({ collection: 'products', id, data: { stock: { $inc: 1 } }, returning: false })
    else await payload.db.create({ collection: 'stock-moves', data: { id: `${index}`, product: id, quantity: 1 } })
  }
  const many = async (from: number, to: number) => {
    const callers = 16
    await Promise.all(
      Array.from({ length: callers }, async (_, caller) => {
        for (let index = from + caller; index < to; index += callers) await write(index)
      }),
    )
  }
  // The caches fill first.
  await many(0, 5_000)
  const [files, memory] = [openFiles(), resident()]
  await many(5_000, 20_000)
  expect(openFiles()).toBeLessThanOrEqual(files + 2)
  expect(resident()).toBeLessThan(memory + 64)
  expect((await payload.findByID({ collection: 'products', id })).stock).toBe(10_000)
  expect((await payload.count({ collection: 'stock-moves' })).totalDocs).toBe(10_000)
})
