import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CollectionConfig, Field } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import { breakpoint, migrate, migrationsIn } from '../../platform/database/migrate.ts'
import { schemaChanges } from '../../platform/database/schema-changes.ts'
import { boot, collections, emptyDatabase, engine, folder, real, type TestPayload } from './boot.ts'

/** The usual collections, with other fields in one of them. */
const withFields = (slug: string, change: (fields: Field[]) => Field[]): CollectionConfig[] =>
  collections().map((collection) => (collection.slug === slug ? { ...collection, fields: change(collection.fields) } : collection))

const field = (name: string, change: Partial<Field>) => (fields: Field[]) =>
  fields.map((each) => ('name' in each && each.name === name ? ({ ...each, ...change } as Field) : each))

const changesOf = (payload: TestPayload, schema: string) => schemaChanges(payload.db as never, schema)

const filled = async (url: string, schema: string) => {
  const payload = await boot({ url, schema })
  const product = await payload.create({
    collection: 'products',
    data: {
      title: 'Radio',
      sku: 'R-1',
      stock: 3,
      slug: 'radio',
      tags: [{ name: 'new' }, { name: 'loud' }],
      colors: ['red', 'blue'],
      codes: { barcode: '1' },
    },
  })
  await payload.update({ collection: 'products', id: product.id, locale: 'sw', data: { title: 'Redio' } })
  const page = await payload.create({ collection: 'pages', data: { title: 'About radios', product: product.id, _status: 'published' } })
  await payload.update({ collection: 'products', id: product.id, data: { related: [{ relationTo: 'pages', value: page.id }] } })
  await payload.create({ collection: 'stock-moves', data: { product: product.id, quantity: 3 } })
  const before = await everything(payload)
  await payload.db.destroy?.()
  return before
}

const everything = async (payload: TestPayload) => {
  const all = { locale: 'all', depth: 0, pagination: false }
  const versions = await payload.db.client.execute('select count(*) as n from _pages_v')
  return {
    products: (await payload.find({ collection: 'products', ...all })).docs,
    pages: (await payload.find({ collection: 'pages', ...all })).docs,
    moves: (await payload.find({ collection: 'stock-moves', ...all })).docs,
    versions: versions.rows[0]?.n,
  }
}

const lastOf = (schema: string) => readFileSync(path.join(schema, `${migrationsIn(schema, '.sql').at(-1)}.sql`), 'utf8')

describe.runIf(engine === 'sqlite')('the schema of SQLite', () => {
  test('agrees with the configuration after its migrations, and only then', async () => {
    const schema = folder()
    const payload = await boot({ schema })
    expect((await changesOf(payload, schema)).statements).toEqual([])
    const other = await boot({
      connect: false,
      schema: folder(),
      collections: withFields('products', (fields) => [...fields, { name: 'weight', type: 'number' }]),
    })
    expect((await changesOf(other, schema)).statements).toEqual(['ALTER TABLE `products` ADD `weight` numeric;'])
    await migrate(real(payload), { schema, data: folder() })
    expect(migrationsIn(schema, '.sql')).toHaveLength(1)
  })

  test('keeps every row of every child table when a filled table is rebuilt', async () => {
    const [url, schema] = [emptyDatabase(), folder()]
    const before = await filled(url, schema)
    // An optional column that becomes required makes SQLite copy the whole table.
    const payload = await boot({ url, schema, collections: withFields('products', field('stock', { required: true })) })
    expect(lastOf(schema)).toContain('DROP TABLE `products`')
    expect(await everything(payload)).toEqual(before)
    expect((await payload.db.client.execute('PRAGMA foreign_keys')).rows[0]?.foreign_keys).toBe(1)
    await payload.delete({ collection: 'products', id: before.products[0]?.id })
    expect((await payload.db.client.execute('select * from products_locales')).rows).toEqual([])
  })

  test('adds and drops in one step without asking what was renamed, and copies no column that the old table did not have', async () => {
    const [url, schema] = [emptyDatabase(), folder()]
    const before = await filled(url, schema)
    const payload = await boot({
      url,
      schema,
      collections: withFields('products', (fields) =>
        field('stock', { required: true })([
          ...fields.filter((each) => !('name' in each && ['sku', 'colors'].includes(each.name))),
          { name: 'reference', type: 'text', unique: true },
          { name: 'note', type: 'text' },
        ]),
      ),
    })
    const { docs } = await payload.find({ collection: 'products', locale: 'all', depth: 0 })
    const { sku, colors, ...kept } = before.products[0] as Record<string, unknown>
    expect([sku, colors]).toEqual(['R-1', ['red', 'blue']])
    expect(docs).toEqual([{ ...kept, reference: null, note: null }])
    expect((await changesOf(payload, schema)).statements).toEqual([])
  })

  test('is changed completely or not at all', async () => {
    const [url, schema] = [emptyDatabase(), folder()]
    await filled(url, schema)
    const payload = await boot({ url, schema })
    const bad = (statements: string[]) => writeFileSync(path.join(schema, '29990101_000000_bad.sql'), statements.join(`\n${breakpoint}\n`))
    bad(['CREATE TABLE later (id text)', `DELETE FROM pages`, 'SELECT nonsense'])
    await expect(migrate(real(payload), { schema, data: folder() })).rejects.toThrow(
      /29990101_000000_bad failed and has changed nothing.*nonsense/,
    )
    bad(['CREATE TABLE later (id text)', `DELETE FROM products`])
    await expect(migrate(real(payload), { schema, data: folder() })).rejects.toThrow(
      /leaves rows of .*products_locales.* without what they refer to/,
    )
    expect((await payload.db.client.execute(`select name from sqlite_master where name = 'later'`)).rows).toEqual([])
    expect((await payload.count({ collection: 'pages' })).totalDocs).toBe(1)
    expect((await payload.count({ collection: 'products' })).totalDocs).toBe(1)
    bad(['CREATE TABLE later (id text)'])
    await migrate(real(payload), { schema, data: folder() })
    expect((await payload.find({ collection: 'payload-migrations' as never, sort: 'name' })).docs.map(({ batch }) => batch)).toEqual([1, 2])
  })
})

describe('a data migration', () => {
  const write = (data: string, name: string, body: string) => {
    mkdirSync(data, { recursive: true })
    writeFileSync(path.join(data, `${name}.ts`), `export const up = async (payload: any, req: any): Promise<void> => {\n${body}\n}\n`)
  }
  const productsOf = async (payload: TestPayload) =>
    (await payload.find({ collection: 'products', sort: 'title' })).docs.map(({ title }) => title)

  test('runs once', async () => {
    const data = folder()
    const schema = folder()
    const payload = await boot({ data, schema })
    write(data, '20260101_first', `await payload.create({ collection: 'products', data: { title: 'made by the first' }, req })`)
    await migrate(real(payload), { schema, data })
    write(data, '20260102_second', `await payload.create({ collection: 'products', data: { title: 'made by the second' }, req })`)
    for (let start = 0; start < 3; start++) await migrate(real(payload), { schema, data })
    expect(await productsOf(payload)).toEqual(['made by the first', 'made by the second'])
  })

  test('that fails leaves nothing, and is tried again at the next start', async () => {
    const data = folder()
    const schema = folder()
    const payload = await boot({ data, schema })
    write(
      data,
      '20260101_failing',
      `await payload.create({ collection: 'products', data: { title: 'half' }, req })\nif (!globalThis.repaired) throw new Error('not yet')`,
    )
    await expect(migrate(real(payload), { schema, data })).rejects.toThrow(/data\/20260101_failing failed and has changed nothing: not yet/)
    expect(await productsOf(payload)).toEqual([])
    Object.assign(globalThis, { repaired: true })
    await migrate(real(payload), { schema, data })
    expect(await productsOf(payload)).toEqual(['half'])
  })

  test('runs once when two processes start together', async () => {
    const [data, schema] = [folder(), folder()]
    const payload = await boot({ data, schema })
    write(data, '20260101_raced', `await payload.create({ collection: 'products', data: { title: 'once' }, req })`)
    await Promise.all([migrate(real(payload), { schema, data }), migrate(real(payload), { schema, data })])
    expect(await productsOf(payload)).toEqual(['once'])
  })

  test('that only a newer release knows is told of, and the older one starts', async () => {
    const [data, schema] = [folder(), folder()]
    const payload = await boot({ data, schema })
    const warn = vi.spyOn(real(payload).logger, 'warn')
    write(data, '20260101_newer', 'return')
    await migrate(real(payload), { schema, data })
    expect(warn).not.toHaveBeenCalled()
    await migrate(real(payload), { schema, data: folder() })
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('used by a newer release (data/20260101_newer)'))
  })
})
