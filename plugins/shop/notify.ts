import type { JsonObject, PayloadRequest } from 'payload'
import { letter } from '../../platform/mail/letter.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'
import type { Subscriber } from '../../platform/outbox/subscriber.ts'
import { settingsOf } from '../../platform/settings.ts'
import { orderById } from './fulfilment.ts'
import { letterToCustomer } from './letters.ts'
import type { Occasion } from './mails.ts'

const writing = (
  event: string,
  occasion: Occasion,
  applies: (order: Awaited<ReturnType<typeof orderById>>) => boolean = () => true,
): Subscriber => ({
  event,
  name: `shop.mail-${occasion}`,
  async handle(req, { id, reason }) {
    const order = await orderById(req, String(id))
    if (!applies(order)) return
    await sendMail(req, await letterToCustomer(req, occasion, order, { reason: typeof reason === 'string' ? reason : undefined }))
  },
})

/** Tells the house that a variant runs low. */
async function mailLowStock(req: PayloadRequest, { variant, location, available }: JsonObject): Promise<void> {
  const { contacts } = await settingsOf(req)
  if (!contacts?.email) return
  const { sku, product } = await req.payload.findByID({ collection: 'variants', id: String(variant), req, depth: 1 })
  const { name } = await req.payload.findByID({ collection: 'locations', id: String(location), req, depth: 0 })
  const title = typeof product === 'object' ? product.title : sku
  const content = await letter(req, {
    heading: `${title} runs low`,
    paragraphs: ['Order more, or raise the limit if this is as it should be. There is no further mail until the stock has recovered.'],
    rows: [
      ['SKU', sku],
      ['Location', name],
      ['Available', String(available)],
    ],
  })
  await sendMail(req, { to: contacts.email, subject: `${title} (${sku}) runs low at ${name}`, ...content })
}

/** Who is written to when something happens in the shop. */
export const shopSubscribers: Subscriber[] = [
  writing('orders.paid', 'paid'),
  writing('orders.packed', 'ready', ({ pickup }) => Boolean(pickup)),
  writing('orders.shipped', 'shipped'),
  writing('orders.expired', 'expired'),
  writing('orders.canceled', 'canceled'),
  writing('orders.unfulfillable', 'unfulfillable'),
  { event: 'stock.low', name: 'shop.mail-low-stock', handle: mailLowStock },
]
