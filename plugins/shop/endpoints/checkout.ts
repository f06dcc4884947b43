import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { placeOrder } from '../checkout.ts'
import { checkoutBody } from '../schemas.ts'

/** `POST /api/orders/checkout` */
export const checkout = endpoint({
  method: 'post',
  path: '/checkout',
  summary: 'Order what is in the cart; the goods are put aside until it is paid',
  access: ['anyone'],
  idempotent: 'forever',
  status: 201,
  body: checkoutBody,
  returns: z.object({
    order: z.object({ id: z.uuid(), number: z.string(), status: z.string(), total: z.int(), currency: z.string() }),
    secret: z.string(),
  }),
  handler: (req, { body }) => placeOrder(req, body),
})
