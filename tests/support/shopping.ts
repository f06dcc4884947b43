import type { Platform } from './platform.ts'

/** What is on the shelf: one product with one variant, and where its stock is counted. */
export type Goods = { product: string; variant: string; level: string; title: string }

/** Puts a product on sale with so much of it on the shelf. */
export async function stock(
  { as }: Platform,
  { title, price, quantity }: { title: string; price: number; quantity: number },
): Promise<Goods> {
  const admin = as('admin')
  const { body: locations } = await admin.get('/locations?limit=1')
  if (locations.docs.length === 0)
    await admin.post('/locations', { name: 'Main shop', code: 'MAIN', address: 'Samora Avenue', pickup: true, default: true })
  const product = await admin.post('/products', { title, summary: `${title}, new.`, price, currency: 'TZS', published: true })
  const sku = title.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '-')
  const variant = await admin.post('/variants', { product: product.body.doc.id, sku })
  const levels = await admin.get(`/stock-levels?where[variant][equals]=${variant.body.doc.id}`)
  const level = levels.body.docs[0].id
  await as('sales').post(`/stock-levels/${level}/receive`, { quantity, reason: 'First delivery' })
  return { product: product.body.doc.id, variant: variant.body.doc.id, level, title }
}

/** An order of a guest. */
export type Bought = { id: string; number: string; secret: string }

let guests = 0

/** A guest orders `quantity` pieces, to be delivered. */
export async function order({ guest }: Platform, { variant }: Goods, quantity = 1): Promise<Bought & { phone: string }> {
  guests += 1
  const phone = `+25571200${String(1000 + guests)}`
  const shipping = { name: `Guest ${guests}`, line1: 'Uhuru Street 1', city: 'Dar es Salaam', country: 'TZ' }
  const { body } = await guest.post('/orders/checkout', {
    items: [{ variant, quantity }],
    email: `guest${guests}@example.com`,
    phone,
    shipping,
  })
  return { id: body.order.id, number: body.order.number, secret: body.secret, phone }
}

/** A guest orders and approves the payment on the phone. */
export async function buy(platform: Platform, goods: Goods, quantity = 1): Promise<Bought> {
  const { id, number, secret, phone } = await order(platform, goods, quantity)
  const subject = { relationTo: 'orders', value: id }
  const { body } = await platform.guest.post('/initiate-payment', { subject, secret, provider: 'azampay', phone, operator: 'mpesa' })
  await fetch(`${platform.url}/sandbox/phone/${body.payment.reference}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ action: 'approve' }),
  })
  return { id, number, secret }
}
