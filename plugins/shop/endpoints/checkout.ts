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
  fails: [
    'UNKNOWN_VARIANT',
    'UNKNOWN_LOCATION',
    'NOT_FOR_SALE',
    'OUT_OF_STOCK',
    'PRICE_CHANGED',
    'CURRENCY_MISMATCH',
    'ORDER_TOO_LARGE',
    'TAX_RATE_MISSING',
    'RATE_LIMITED',
  ],
  example: {
    body: {
      items: [{ variant: '0198c0de-0000-7000-8000-000000000001', quantity: 2 }],
      email: 'asha@example.com',
      phone: '+255712345678',
      shipping: { name: 'Asha Juma', line1: 'Samora Avenue 12', city: 'Dar es Salaam', country: 'TZ' },
    },
    answer: {
      order: {
        id: '0198c0de-0000-7000-8000-000000000002',
        number: 'V-7K3F-92QX',
        status: 'awaiting_payment',
        total: 3_500_000,
        currency: 'TZS',
      },
      secret: 'kZ1mJ4xw0Y2bq8nE6tHc5uVr',
    },
  },
  idempotent: 'forever',
  status: 201,
  body: checkoutBody,
  returns: z.object({
    order: z.object({ id: z.uuid(), number: z.string(), status: z.string(), total: z.int(), currency: z.string() }),
    secret: z.string(),
  }),
  handler: (req, { body }) => placeOrder(req, body),
})
