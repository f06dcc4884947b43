import { z } from 'zod'
import { toE164 } from '../../platform/phone.ts'
import { mostLines } from './cart.ts'

const id = z.uuid()
const text = (longest: number) => z.string().trim().min(1).max(longest)

/** A mobile number in any usual form; E.164 comes out. */
const phone = z
  .string()
  .max(30)
  .transform((value, context) => {
    const number = toE164(value)
    if (number) return number
    context.addIssue({ code: 'custom', message: 'Give a mobile number, for instance +255 712 345 678.' })
    return z.NEVER
  })

/** Which variants, and how many of each. */
export const items = z.array(z.strictObject({ variant: id, quantity: z.int().min(1).max(9_999) })).max(mostLines)

const address = z.strictObject({
  name: text(120),
  line1: text(200),
  line2: text(200).optional(),
  city: text(120),
  region: text(120).optional(),
  country: z
    .string()
    .trim()
    .regex(/^[a-zA-Z]{2}$/, 'Give the two letters of the country, for instance TZ.')
    .toUpperCase(),
  phone: phone.optional(),
})

/** What somebody sends to order. */
export const checkoutBody = z
  .strictObject({
    items: items.min(1),
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
    phone: phone.optional(),
    shipping: address.optional(),
    pickup: id.optional(),
    expectedTotal: z.int().min(0).optional(),
  })
  .refine(({ shipping, pickup }) => !(shipping && pickup), { path: ['pickup'], error: 'Choose one: have it sent or pick it up.' })

/** Where a cart goes to, by whose taxes it is shown. */
export const cartQuery = z.object({
  country: z
    .string()
    .regex(/^[a-zA-Z]{2}$/)
    .toUpperCase()
    .optional()
    .meta({ description: 'The two letters of the country that it goes to; without it the taxes of the default zone are shown.' }),
})

const taxRow = z.object({
  name: z.string(),
  kind: z.enum(['rated', 'zero', 'exempt']),
  rateBp: z.int(),
  net: z.int(),
  tax: z.int(),
  gross: z.int(),
})

/** What an order or a cart comes to. */
const totals = z.object({
  subtotal: z.int().meta({ description: 'The goods before tax.' }),
  shippingTotal: z.int().meta({ description: 'Delivery before tax.' }),
  shippingTax: z.int(),
  taxTotal: z.int(),
  total: z.int(),
  taxes: z.array(taxRow),
})

/** A cart as it is answered. */
export const cartView = z.object({
  id,
  lines: z.array(
    z.object({
      variant: id,
      product: id,
      title: z.string(),
      variantTitle: z.string().nullable(),
      slug: z.string(),
      sku: z.string(),
      kind: z.enum(['physical', 'digital', 'service']),
      image: z.object({ url: z.string(), alt: z.string(), width: z.int().optional(), height: z.int().optional() }).nullable(),
      quantity: z.int(),
      unitPrice: z.int(),
      total: z.int(),
      inStock: z.boolean(),
    }),
  ),
  count: z.int(),
  total: z.int(),
  currency: z.string(),
  notices: z.array(z.object({ variant: id, code: z.enum(['CAPPED', 'OUT_OF_STOCK', 'NOT_FOR_SALE']), quantity: z.int() })),
  sums: z.object({ pricesIncludeTax: z.boolean(), delivery: totals, pickup: totals }),
})

/** The numbers of a stock level as they are answered. */
export const levelView = z.object({ level: z.object({ id, onHand: z.int(), reserved: z.int(), available: z.int() }) })

/** Why a number changes. */
export const reason = text(500)
