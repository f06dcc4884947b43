import { definePlugin } from 'payload'
import type { Areas } from '../../platform/keys/areas.ts'
import { shopBlocks } from './blocks.ts'
import { brands } from './collections/brands.ts'
import { carts } from './collections/carts.ts'
import { categories } from './collections/categories.ts'
import { locations } from './collections/locations.ts'
import { orders } from './collections/orders.ts'
import { products } from './collections/products.ts'
import { reservations } from './collections/reservations.ts'
import { stockLevels } from './collections/stock-levels.ts'
import { stockMoves } from './collections/stock-moves.ts'
import { variants } from './collections/variants.ts'
import { shopErrors } from './errors.ts'
import { shopEvents } from './events.ts'
import { shopJobs } from './jobs.ts'
import { shopNotificationKinds } from './notification-kinds.ts'
import { shopSubscribers } from './notify.ts'
import { orderPayable } from './payable.ts'
import { shopResources } from './resources.ts'
import { shopSearchables } from './searchables.ts'
import { shopSeed } from './seed.ts'
import { shopWidgets } from './widgets.ts'

/** What API keys are let into. */
const shopAreas: Areas = {
  catalogue: {
    label: 'Catalogue',
    collections: ['products', 'variants', 'categories', 'brands', 'locations'],
    readsAlong: ['media', 'tax-classes'],
  },
  stock: { label: 'Stock', collections: ['stock-levels', 'stock-moves', 'reservations'], readsAlong: ['variants', 'locations'] },
  orders: { label: 'Orders and carts', collections: ['orders', 'carts'] },
}

/** The shop: a catalogue, stock that cannot be oversold, carts, and orders from the checkout to the door. */
export const shopPlugin = definePlugin({
  slug: 'shop',
  plugin: ({ config, plugins }) => {
    plugins.payments?.options?.payables.push(orderPayable)
    const { custom = {}, collections = [] } = config
    return {
      ...config,
      collections: [
        ...collections,
        orders,
        products,
        variants,
        categories,
        brands,
        stockLevels,
        stockMoves,
        reservations,
        locations,
        carts,
      ],
      custom: {
        ...custom,
        blocks: [...(custom.blocks ?? []), ...shopBlocks],
        areas: { ...custom.areas, ...shopAreas },
        errors: { ...custom.errors, shop: shopErrors },
        events: { ...custom.events, ...shopEvents },
        resources: [...(custom.resources ?? []), ...shopResources],
        searchables: [...(custom.searchables ?? []), ...shopSearchables],
        subscribers: [...(custom.subscribers ?? []), ...shopSubscribers],
        jobs: [...(custom.jobs ?? []), ...shopJobs],
        notificationKinds: [...(custom.notificationKinds ?? []), ...shopNotificationKinds],
        seeds: [...(custom.seeds ?? []), shopSeed],
        widgets: [...(custom.widgets ?? []), ...shopWidgets],
      },
    }
  },
})
