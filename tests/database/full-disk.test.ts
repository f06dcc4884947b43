import { expect, test } from 'vitest'
import { problemOf } from '../../platform/problem.ts'
import { boot, engine, race } from './boot.ts'

const text = 'A long text takes room. '.repeat(400)

test.runIf(engine === 'sqlite')(
  'a full disk gives errors, loses nothing that was acknowledged, and is over when there is room again',
  async () => {
    const payload = await boot()
    const { client } = payload.db
    const product = (index: number) =>
      payload.create({ collection: 'products', data: { title: `${index} ${text}`, tags: [{ name: text }] } })
    const { rows } = await client.execute('PRAGMA page_count')
    const limit = async (pages: number) => client.execute(`PRAGMA max_page_count = ${pages}`)
    await limit(Number(rows[0]?.page_count) + 200)

    const acknowledged: string[] = []
    let failures = 0
    for (let round = 0; round < 12; round++) {
      for (const result of await race(10, (index) => product(round * 10 + index))) {
        if (result.status === 'fulfilled') acknowledged.push(result.value.id)
        else {
          failures += 1
          expect(result.reason).toMatchObject({ code: 'SQLITE_FULL' })
          expect(problemOf(result.reason)).toMatchObject({ status: 503, data: { code: 'UNAVAILABLE' } })
        }
      }
    }
    expect(acknowledged.length).toBeGreaterThan(10)
    expect(failures).toBeGreaterThan(10)

    const found = await payload.find({ collection: 'products', pagination: false, locale: 'all', depth: 0 })
    expect(found.docs.map(({ id }) => id).sort()).toEqual([...acknowledged].sort())
    expect(found.docs.every(({ tags }) => (tags as { name: { en: string } }[])[0]?.name.en === text)).toBe(true)
    expect((await client.execute('PRAGMA integrity_check')).rows[0]?.integrity_check).toBe('ok')

    await limit(1_000_000)
    acknowledged.push((await product(1_000)).id)
    expect((await payload.count({ collection: 'products' })).totalDocs).toBe(acknowledged.length)
  },
)
