import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { ownCart as own } from '../cart.ts'
import { cartQuery, cartView } from '../schemas.ts'

/** `GET /api/carts/mine`, signed in */
export const ownCart = endpoint({
  method: 'get',
  path: '/mine',
  summary: 'Show one’s own cart, the same on every device; null when there is none yet',
  access: ['signedIn'],
  fails: ['TAX_RATE_MISSING'],
  query: cartQuery,
  returns: z.object({ cart: cartView.nullable() }),
  handler: async (req, { query }) => ({ cart: await own(req, query.country) }),
})
