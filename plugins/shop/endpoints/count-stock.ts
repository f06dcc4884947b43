import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { levelView, reason } from '../schemas.ts'
import { count } from '../stock.ts'

/** `POST /api/stock-levels/:id/count` */
export const countStock = endpoint({
  method: 'post',
  path: '/:id/count',
  summary: 'Say how much was counted; the difference becomes a movement',
  button: 'Correct the count',
  access: ['sales'],
  idempotent: true,
  fails: ['COUNT_BELOW_RESERVED'],
  example: { body: { counted: 12, reason: 'Counted on Friday evening' } },
  body: z.strictObject({ counted: z.int().min(0).max(1_000_000_000), reason }),
  returns: levelView,
  handler: async (req, { params, body }) => {
    const { id, onHand, reserved, available } = await count(req, params.id, body)
    return { level: { id, onHand, reserved, available } }
  },
})
