import type { Seed } from '../../platform/seed.ts'
import { fillShelves } from './seed/catalogue.ts'
import { placeSampleOrders } from './seed/orders.ts'
import { generateProducts } from './seed/samples.ts'

/** Sample goods with pictures and stock, a few orders in every state, and as many generated products as asked for. Run again, it adds what is missing. */
export const shopSeed: Seed = {
  name: 'shop',
  async run(req, { products = 0 }) {
    await fillShelves(req)
    await placeSampleOrders(req)
    if (products > 0) await generateProducts(req, products)
  },
}
