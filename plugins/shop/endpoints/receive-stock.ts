import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { levelView, reason } from '../schemas.ts'
import { receive } from '../stock.ts'

/** `POST /api/stock-levels/:id/receive` */
export const receiveStock = endpoint({
  method: 'post',
  path: '/:id/receive',
  summary: 'Say how much arrived',
  button: 'Receive goods',
  access: ['sales'],
  idempotent: true,
  example: { body: { quantity: 20, reason: 'Delivery of 20 November' } },
  body: z.strictObject({ quantity: z.int().min(1).max(1_000_000), reason }),
  returns: levelView,
  handler: async (req, { params, body }) => {
    const { id, onHand, reserved, available } = await receive(req, params.id, body)
    return { level: { id, onHand, reserved, available } }
  },
})
