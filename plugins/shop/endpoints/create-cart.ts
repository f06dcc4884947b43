import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { openCart } from '../cart.ts'
import { cartView } from '../schemas.ts'

/** `POST /api/carts` */
export const createCart = endpoint({
  method: 'post',
  path: '/',
  summary: 'Make an empty cart; its secret is answered once',
  access: ['anyone'],
  status: 201,
  returns: z.object({ cart: cartView, secret: z.string() }),
  handler: (req) => openCart(req),
})
