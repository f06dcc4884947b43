import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { levelView, reason } from '../schemas.ts'
import { transfer } from '../stock.ts'

/** `POST /api/stock-levels/:id/transfer` */
export const transferStock = endpoint({
  method: 'post',
  path: '/:id/transfer',
  summary: 'Move goods to another location',
  button: 'Move elsewhere',
  access: ['sales'],
  idempotent: true,
  fails: ['OUT_OF_STOCK'],
  example: { body: { to: 'OUTLET', quantity: 5, reason: 'For the weekend' } },
  body: z.strictObject({
    to: z
      .string()
      .trim()
      .toUpperCase()
      .min(1)
      .max(20)
      .meta({ title: 'To', 'x-choices': { collection: 'locations', value: 'code', label: 'name' } }),
    quantity: z.int().min(1).max(1_000_000),
    reason,
  }),
  returns: levelView,
  handler: async (req, { params, body }) => {
    const { id, onHand, reserved, available } = await transfer(req, params.id, body)
    return { level: { id, onHand, reserved, available } }
  },
})
