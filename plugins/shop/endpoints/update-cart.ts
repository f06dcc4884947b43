import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { fillCart } from '../cart.ts'
import { cartView, items } from '../schemas.ts'

/** `PUT /api/carts/:id/items`, with `X-Cart-Secret` or as its owner */
export const updateCart = endpoint({
  method: 'put',
  path: '/:id/items',
  summary: 'Say what is in a cart; it holds no more than can be had',
  access: ['anyone'],
  example: { body: { items: [{ variant: '0198c0de-0000-7000-8000-000000000001', quantity: 2 }] } },
  body: z.strictObject({ items }),
  returns: z.object({ cart: cartView }),
  handler: async (req, { params, body }) => ({ cart: await fillCart(req, params.id, body.items) }),
})
