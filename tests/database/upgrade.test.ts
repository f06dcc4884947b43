import { createCipheriv, hkdfSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Client, createClient } from '@libsql/client'
import { MongoClient } from 'mongodb'
import { afterAll, expect, test } from 'vitest'
import { shop } from '../shop/world.ts'
import { databaseUrl } from '../support/platform.ts'

const order = '01900000-0000-7000-8000-0000000000aa'

const lines = [
  { id: '01900000-0000-7000-8000-0000000000b1', title: 'Lamp', sku: 'L', quantity: 1, unitPrice: 1_000, taxAmount: 150, total: 1_150 },
  { id: '01900000-0000-7000-8000-0000000000b2', title: 'Cable', sku: 'C', quantity: 3, unitPrice: 111, taxAmount: 50, total: 383 },
].map((line) => ({ ...line, taxRateBp: 1500, kind: 'service' }))

const sums = { subtotal: 1_333, taxTotal: 200, shippingTotal: 500, total: 2_033, currency: 'TZS' }
const who = { number: 'V-OLD1-OLD1', status: 'closed', kind: 'shop', email: 'old@example.test' }
const tax = { name: 'GST', rateBp: 1500, pricesIncludeTax: false }

/** A secret as it was sealed then: what is stored must stay readable, so the form is spelled out here. */
function sealed(text: string): string {
  const key = Buffer.from(hkdfSync('sha256', process.env.PAYLOAD_SECRET ?? '', 'vior-platform', 'seal', 32))
  const nonce = Buffer.alloc(12, 7)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return ['k1', ...[nonce, data, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

const columns = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]))

async function insert(client: Client, table: string, row: object): Promise<void> {
  const names = Object.keys(row)
  const sql = `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`
  await client.execute({ sql, args: Object.values(row) as never })
}

/** A file as it was before taxes were data of their own. */
async function oldFile(url: string): Promise<void> {
  const { folders, migrationsIn, breakpoint } = await import('../../platform/database/migrate.ts')
  const client = createClient({ url })
  const before = migrationsIn(folders.schema, '.sql').filter((name) => name < '20261120_164426')
  for (const name of before) {
    const statements = readFileSync(path.join(folders.schema, `${name}.sql`), 'utf8').split(breakpoint)
    await client.migrate(statements.filter((statement) => statement.trim()))
    await insert(client, 'payload_migrations', { id: name.slice(0, 24), name, batch: 1 })
  }
  await insert(client, 'settings', {
    id: 's',
    tax_name: tax.name,
    tax_rate_bp: tax.rateBp,
    tax_prices_include_tax: 0,
    shop_shipping_fee: 500,
  })
  await insert(client, 'orders', { id: order, ...columns({ ...who, ...sums }) })
  for (const [index, line] of lines.entries())
    await insert(client, 'orders_items', { _order: index + 1, _parent_id: order, ...columns(line) })
  await insert(client, 'connections', { id: 'c', azampay_app_name: 'Old shop', azampay_client_secret: sealed('from before') })
  client.close()
}

async function oldDocuments(url: string): Promise<void> {
  const client = await new MongoClient(url).connect()
  const stamps = { createdAt: new Date(), updatedAt: new Date() }
  await client
    .db()
    .collection<{ _id: string }>('orders')
    .insertOne({ _id: order, ...who, ...sums, items: lines, ...stamps } as never)
  const settings = { globalType: 'settings', brand: { name: 'Old' }, currency: 'TZS', tax, shop: { shippingFee: 500, guestCheckout: true } }
  await client
    .db()
    .collection('globals')
    .insertMany([
      { ...settings, ...stamps },
      { globalType: 'connections', azampay: { appName: 'Old shop', clientSecret: sealed('from before') }, ...stamps },
    ])
  await client.close()
}

test('a database from before taxes were data of their own goes on with the same rate, its orders add up, and its secrets can be read', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'vior-upgrade-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  const url = databaseUrl(dir)
  await (process.env.ENGINE === 'mongodb' ? oldDocuments(url) : oldFile(url))
  const it = await shop({ env: { DATABASE_URL: url } })

  const { tax: gone, shop: rules } = (await it.guest.get('/globals/settings?depth=1')).body
  expect([gone, rules.shippingFee, rules.shippingTaxClass.kind]).toEqual([undefined, 500, 'exempt'])
  expect((await it.guest.get('/tax?country=TZ')).body).toMatchObject({
    zone: 'Everywhere',
    name: 'GST',
    pricesIncludeTax: false,
    classes: expect.arrayContaining([expect.objectContaining({ name: 'Standard', rateBp: 1500, default: true })]),
  })

  expect(await it.payload.findByID({ collection: 'orders', id: order, depth: 0 })).toMatchObject({
    ...sums,
    items: [
      { title: 'Lamp', net: 1_000, taxAmount: 150, total: 1_150, taxClass: 'Standard' },
      { title: 'Cable', net: 333, taxAmount: 50, total: 383, taxClass: 'Standard' },
    ],
    taxes: [
      { name: 'GST', kind: 'rated', rateBp: 1500, net: 1_333, tax: 200, gross: 1_533 },
      { name: 'GST', kind: 'exempt', rateBp: 0, net: 500, tax: 0, gross: 500 },
    ],
  })
  // What customers pay is what it was: goods with their tax on top, delivery without.
  expect((await it.order(await it.goods(3, { price: 1_000 }))).total).toBe(1_650)
  const { connectionOf } = await import('../../platform/connections.ts')
  expect(await connectionOf(it.payload, 'azampay')).toEqual({ appName: 'Old shop', clientSecret: 'from before' })
  expect((await it.as('admin').get('/globals/connections')).body.azampay).toMatchObject({
    clientSecret: { set: true },
    apiKey: { set: false },
  })
  const { migrate } = await import('../../platform/database/migrate.ts')
  await migrate(it.payload)
  expect([await it.count('tax-zones'), await it.count('tax-rates'), await it.count('tax-classes')]).toEqual([1, 1, 2])
})
