import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { readCart as read } from '../cart.ts'
import { cartQuery, cartView } from '../schemas.ts'

/** `GET /api/carts/:id`, with `X-Cart-Secret` or as its owner */
export const readCart = endpoint({
  method: 'get',
  path: '/:id',
  summary: 'Show a cart with today’s prices',
  access: ['anyone'],
  fails: ['TAX_RATE_MISSING'],
  query: cartQuery,
  returns: z.object({ cart: cartView }),
  handler: async (req, { params, query }) => ({ cart: await read(req, params.id, query.country) }),
})
