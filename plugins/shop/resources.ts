import { z } from 'zod'
import type { Brand, Category, Media, Order, Product, StockLevel, Variant } from '../../payload-types.ts'
import { environment } from '../../platform/environment.ts'
import { equal, flag, moment, money, oneOf, type Resource, related, type Shown, same, since, source } from '../../platform/v1/resource.ts'
import { checkout } from './endpoints/checkout.ts'
import { orderStates } from './states.ts'

const times = <Doc extends { createdAt: string; updatedAt: string }>(): Record<string, Shown<Doc>> => ({
  createdAt: same('createdAt', moment),
  updatedAt: same('updatedAt', moment),
})

const sorts = { createdAt: moment, updatedAt: moment }

const text = z.string().nullable()

const amount = (value: number, currency: string) => ({ amount: value, currency })

const sum = (name: 'subtotal' | 'shippingTotal' | 'taxTotal' | 'total'): Shown<Order> => ({
  schema: money,
  value: (order) => amount(order[name], order.currency),
})

const isDocument = <Doc extends object>(value: string | Doc): value is Doc => typeof value === 'object'

const image = z.object({ url: z.url(), alt: z.string(), width: z.int().nullable(), height: z.int().nullable() })

const images: Shown<Product> = {
  schema: z.array(image),
  value: ({ images: list }) =>
    (list ?? [])
      .filter(isDocument<Media>)
      .flatMap(({ url, alt, width, height }) =>
        url ? [{ url: new URL(url, environment.publicUrl).href, alt, width: width ?? null, height: height ?? null }] : [],
      ),
}

const variant = z
  .object({ id: z.uuid(), sku: z.string(), title: text, barcode: text, price: money, inStock: z.boolean() })
  .meta({ id: 'v1.Variant' })

const variants: Shown<Product> = {
  schema: z.array(variant),
  value: ({ variants: list, price, currency }) =>
    (list?.docs ?? []).filter(isDocument<Variant>).map((each) => ({
      id: each.id,
      sku: each.sku,
      title: each.title ?? null,
      barcode: each.barcode ?? null,
      price: amount(each.price ?? price, currency),
      inStock: Boolean(each.inStock),
    })),
}

const products: Resource = {
  name: 'products',
  item: 'product',
  area: 'catalogue',
  sources: [
    source<'products'>({
      collection: 'products',
      depth: 1,
      joins: { variants: { limit: 100, sort: 'position' } },
      fields: {
        id: same('id', z.uuid()),
        slug: same('slug', z.string()),
        title: same('title', z.string()),
        summary: same('summary', text),
        kind: same('kind', z.enum(['physical', 'digital', 'service'])),
        condition: same('condition', z.enum(['new', 'refurbished', 'used'])),
        price: { schema: money, value: ({ price, currency }) => amount(price, currency) },
        inStock: { schema: z.boolean(), value: ({ inStock }) => Boolean(inStock) },
        published: { schema: z.boolean(), value: ({ published }) => Boolean(published) },
        category: related('category'),
        brand: related('brand'),
        images,
        variants,
        ...times<Product>(),
      },
    }),
  ],
  filters: {
    slug: equal('slug', z.string().max(200)),
    category: equal('category', z.uuid()),
    brand: equal('brand', z.uuid()),
    kind: oneOf('kind', ['physical', 'digital', 'service']),
    condition: oneOf('condition', ['new', 'refurbished', 'used']),
    inStock: flag('inStock'),
    search: {
      schema: z.string().trim().min(1).max(100),
      where: (value) => ({ or: ['title', 'summary'].map((path) => ({ [path]: { like: value } })) }),
    },
    updatedSince: since('updatedAt'),
  },
  sorts: { ...sorts, price: z.number() },
}

const categories: Resource = {
  name: 'categories',
  item: 'category',
  area: 'catalogue',
  sources: [
    source<'categories'>({
      collection: 'categories',
      fields: {
        id: same('id', z.uuid()),
        slug: same('slug', z.string()),
        title: same('title', z.string()),
        description: same('description', text),
        parent: related('parent'),
        ...times<Category>(),
      },
    }),
  ],
  filters: { slug: equal('slug', z.string().max(200)), parent: equal('parent', z.uuid()), updatedSince: since('updatedAt') },
  sorts,
}

const brands: Resource = {
  name: 'brands',
  item: 'brand',
  area: 'catalogue',
  sources: [
    source<'brands'>({
      collection: 'brands',
      fields: { id: same('id', z.uuid()), slug: same('slug', z.string()), name: same('name', z.string()), ...times<Brand>() },
    }),
  ],
  filters: { slug: equal('slug', z.string().max(200)), updatedSince: since('updatedAt') },
  sorts,
}

const stock: Resource = {
  name: 'stock',
  item: 'stock level',
  area: 'stock',
  sources: [
    source<'stock-levels'>({
      collection: 'stock-levels',
      fields: {
        id: same('id', z.uuid()),
        sku: same('sku', text),
        variant: related('variant'),
        location: related('location'),
        onHand: same('onHand', z.int()),
        reserved: same('reserved', z.int()),
        available: same('available', z.int()),
        ...times<StockLevel>(),
      },
      actions: ['count', 'receive'],
    }),
  ],
  filters: {
    variant: equal('variant', z.uuid()),
    location: equal('location', z.uuid()),
    low: flag('low'),
    updatedSince: since('updatedAt'),
  },
  sorts: { updatedAt: moment, createdAt: moment, available: z.number() },
}

const line = z
  .object({
    product: z.uuid().nullable(),
    variant: z.uuid().nullable(),
    title: z.string(),
    sku: z.string(),
    quantity: z.int(),
    unitPrice: money,
    taxClass: text,
    taxRateBp: z.int(),
    net: money,
    tax: money,
    total: money,
  })
  .meta({ id: 'v1.OrderLine' })

const idOf = (value: string | { id: string } | null | undefined) => (typeof value === 'object' ? value?.id : value) ?? null

const lines: Shown<Order> = {
  schema: z.array(line),
  value: ({ items, currency }) =>
    items.map(({ product, variant: of, title, sku, quantity, unitPrice, taxClass, taxRateBp, net, taxAmount, total }) => ({
      product: idOf(product),
      variant: idOf(of),
      title,
      sku,
      quantity,
      unitPrice: amount(unitPrice, currency),
      taxClass: taxClass ?? null,
      taxRateBp,
      net: amount(net, currency),
      tax: amount(taxAmount, currency),
      total: amount(total, currency),
    })),
}

const taxRow = z
  .object({ name: z.string(), kind: z.enum(['rated', 'zero', 'exempt']), rateBp: z.int(), net: money, tax: money, gross: money })
  .meta({ id: 'v1.TaxRow' })

const taxes: Shown<Order> = {
  schema: z.array(taxRow),
  value: ({ taxes: rows, currency }) =>
    (rows ?? []).map(({ net, tax, gross, ...row }) => ({
      ...row,
      net: amount(net, currency),
      tax: amount(tax, currency),
      gross: amount(gross, currency),
    })),
}

const address = z
  .object({ name: text, line1: text, line2: text, city: text, region: text, country: text, phone: text })
  .meta({ id: 'v1.Address' })

const shipTo: Shown<Order> = {
  schema: address.nullable(),
  value: ({ shipping }) =>
    shipping?.line1
      ? Object.fromEntries(Object.keys(address.shape).map((name) => [name, shipping[name as keyof typeof shipping] ?? null]))
      : null,
}

const states = Object.keys(orderStates.states) as [string, ...string[]]

const orders: Resource = {
  name: 'orders',
  item: 'order',
  area: 'orders',
  sources: [
    source<'orders'>({
      kind: 'shop',
      collection: 'orders',
      fields: {
        id: same('id', z.uuid()),
        number: same('number', z.string()),
        status: same('status', z.enum(states)),
        test: {
          schema: z.boolean().meta({ description: 'Made to try things out: no real money was paid.' }),
          value: ({ test }) => Boolean(test),
        },
        email: same('email', z.string()),
        phone: same('phone', text),
        customer: related('customer'),
        lines,
        subtotal: sum('subtotal'),
        shipping: sum('shippingTotal'),
        tax: sum('taxTotal'),
        taxes,
        total: sum('total'),
        shipTo,
        pickup: related('pickup'),
        paidAt: same('paidAt', moment.nullable()),
        heldUntil: same('expiresAt', moment.nullable()),
        ...times<Order>(),
      },
      create: checkout,
      actions: ['cancel', 'confirm', 'pack', 'ship', 'deliver', 'close', 'return'],
    }),
  ],
  filters: {
    number: equal('number', z.string().max(40)),
    status: oneOf('status', states),
    test: flag('test'),
    updatedSince: since('updatedAt'),
    createdSince: since('createdAt'),
  },
  sorts,
}

/** What the shop shows integrators. */
export const shopResources: Resource[] = [products, categories, brands, stock, orders]
