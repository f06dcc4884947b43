import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { levelView, reason } from '../schemas.ts'
import { writeOff } from '../stock.ts'

/** `POST /api/stock-levels/:id/write-off` */
export const writeOffStock = endpoint({
  method: 'post',
  path: '/:id/write-off',
  summary: 'Take off the stock what can no longer be sold',
  button: 'Write off',
  access: ['sales'],
  idempotent: true,
  fails: ['OUT_OF_STOCK'],
  example: { body: { quantity: 1, reason: 'Fell from the shelf' } },
  body: z.strictObject({ quantity: z.int().min(1).max(1_000_000), reason }),
  returns: levelView,
  handler: async (req, { params, body }) => {
    const { id, onHand, reserved, available } = await writeOff(req, params.id, body)
    return { level: { id, onHand, reserved, available } }
  },
})
