import type { ClientSession, Connection } from 'mongoose'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { ensureClass, openZone } from '../../../tax/set-up.ts'
import { type TaxRow, taxTable } from '../../../tax/sums.ts'
import { readTaxTables } from '../../../tax/tables.ts'
import type { DataMigration } from '../../migrate.ts'

type Before = { name: string; rateBp: number; pricesIncludeTax?: boolean }

type Mongo = { connection: Connection; sessions?: Record<string, ClientSession> }

/** The tax that the settings held; on SQLite the migration of the schema has taken it over already, because its columns are gone. */
async function taxOfSettings({ payload, transactionID }: PayloadRequest): Promise<Before | undefined> {
  if (payload.db.name !== 'mongoose') return undefined
  const { connection, sessions } = payload.db as unknown as Mongo
  const session = sessions?.[String(await transactionID)]
  const globals = connection.collection('globals')
  const settings = await globals.findOne({ globalType: 'settings' }, { session })
  if (!settings?.tax) return undefined
  await globals.updateOne({ globalType: 'settings' }, { $unset: { tax: '' } }, { session })
  return settings.tax as Before
}

type Line = { taxRateBp: number; taxAmount: number; total: number; net?: number; taxClass?: string }

type Order = { id: string; items?: Line[]; shippingTotal: number; taxes?: TaxRow[] | null; createdAt: string }

/** What an order from before must keep of its taxes: delivery was not taxed. */
function withTaxes(order: Order, name: string) {
  const lines = (order.items ?? []).map((line) => ({ ...line, net: line.total - line.taxAmount, taxClass: line.taxClass ?? 'Standard' }))
  const { shippingTotal } = order
  const taxes = taxTable([
    ...lines.map(({ net, taxAmount: tax, total: gross, taxRateBp: rateBp }) => ({ by: { name, kind: 'rated' as const, rateBp }, net, tax, gross })),
    ...(shippingTotal > 0 ? [{ by: { name, kind: 'exempt' as const, rateBp: 0 }, net: shippingTotal, tax: 0, gross: shippingTotal }] : []),
  ])
  return { ...order, items: lines, shippingTax: 0, taxes }
}

async function fillOrders(req: PayloadRequest, name: string): Promise<void> {
  const collection = 'orders' as CollectionSlug
  const { db } = req.payload
  if (!(collection in req.payload.collections)) return
  const where = { taxes: { exists: false } }
  for (;;) {
    const { docs } = await db.find<Order>({ collection, req, where, limit: 100, pagination: false })
    if (docs.length === 0) return
    for (const order of docs) await db.updateOne({ collection, id: order.id, req, returning: false, data: withTaxes(order, name) as never })
  }
}

/** Taxes become data of their own: the one rate of the settings goes on as the default zone, the default class and their rate. */
export const up: DataMigration = async (payload, req) => {
  const before = await taxOfSettings(req)
  const { zones } = await readTaxTables(req)
  if (zones.length === 0) {
    const standard = await ensureClass(req, { name: 'Standard', kind: 'rated', default: true })
    await openZone(req, {
      name: before ? 'Everywhere' : 'Tanzania',
      countries: before ? [] : ['TZ'],
      taxName: before?.name ?? 'VAT',
      pricesIncludeTax: before?.pricesIncludeTax ?? true,
      default: true,
      rates: [{ class: standard, rateBp: before?.rateBp ?? 1800, validFrom: '2000-01-01' }],
    })
  }
  if (before) {
    // Delivery was not taxed; what customers pay changes only when staff say so.
    const exempt = await ensureClass(req, { name: 'Exempt', kind: 'exempt' })
    const { shop } = await payload.findGlobal({ slug: 'settings', req, depth: 0 })
    await payload.updateGlobal({ slug: 'settings', req, data: { shop: { ...shop, shippingTaxClass: exempt } } })
  }
  await fillOrders(req, before?.name ?? zones.find((zone) => zone.default)?.taxName ?? 'VAT')
}
