import type { Platform } from './platform.ts'

/** What is on the shelf: one product with one variant, and where its stock is counted. */
export type Goods = { product: string; variant: string; level: string; title: string }

/** Puts a product on sale with so much of it on the shelf. */
export async function stock(
  { api }: Platform,
  { title, price, quantity }: { title: string; price: number; quantity: number },
): Promise<Goods> {
  const admin = api('admin')
  if ((await admin.find('locations', { limit: 1 })).totalDocs === 0)
    await admin.create('locations', { name: 'Main shop', code: 'MAIN', address: 'Samora Avenue', pickup: true, default: true })
  const product = await admin.create('products', { title, summary: `${title}, new.`, price, currency: 'TZS', published: true })
  const sku = title.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '-')
  const variant = await admin.create('variants', { product: product.id, sku })
  const [level] = (await admin.find('stock-levels', { where: { variant: { equals: variant.id } } })).docs
  const id = level?.id ?? ''
  if (quantity > 0)
    await api('sales').call('POST /stock-levels/:id/receive', { params: { id }, body: { quantity, reason: 'First delivery' } })
  return { product: product.id, variant: variant.id, level: id, title }
}

/** An order of a guest. */
export type Bought = { id: string; number: string; secret: string }

let guests = 0

/** A guest orders `quantity` pieces, to be delivered. */
export async function order({ api }: Platform, { variant }: Goods, quantity = 1): Promise<Bought & { phone: string }> {
  guests += 1
  const phone = `+25571200${String(1000 + guests)}`
  const shipping = { name: `Guest ${guests}`, line1: 'Uhuru Street 1', city: 'Dar es Salaam', country: 'TZ' }
  const body = { items: [{ variant, quantity }], email: `guest${guests}@example.com`, phone, shipping }
  const placed = await api().call('POST /orders/checkout', { body })
  return { id: placed.order.id, number: placed.order.number, secret: placed.secret, phone }
}

/** A guest orders and approves the payment on the phone. */
export async function buy(platform: Platform, goods: Goods, quantity = 1): Promise<Bought> {
  const { id, number, secret, phone } = await order(platform, goods, quantity)
  const subject = { relationTo: 'orders', value: id }
  const body = { subject, secret, provider: 'azampay', phone, operator: 'mpesa' }
  const { payment } = await platform.api().call('POST /initiate-payment', { body })
  await fetch(`${platform.url}/sandbox/phone/${payment.reference}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ action: 'approve' }),
  })
  return { id, number, secret }
}
