import type { PayloadRequest } from 'payload'
import type { Order } from '../../payload-types.ts'
import { granted } from '../../platform/access.ts'
import { now } from '../../platform/clock.ts'
import { idOf } from '../../platform/ids.ts'
import { payable as payableAmount } from '../../platform/money.ts'
import { equalTexts, hashSecret } from '../../platform/secrets.ts'
import type { Payable } from '../payments/payable.ts'
import { fail } from './errors.ts'
import { holdAgain, orderById, orderPaid } from './fulfilment.ts'
import { holdMinutes, noteHeld, prolong, release, reservationsOf } from './reservations.ts'

/** Holds the goods of an order while it is being paid for; goods that were let go meanwhile are put aside again, if they can be had. */
async function holdUntil(req: PayloadRequest, order: Order, until: Date): Promise<boolean> {
  if (order.status !== 'awaiting_payment') return false
  const { id } = order
  const latest = new Date(Math.min(until.getTime(), now().getTime() + holdMinutes.payment * 60_000))
  // Most payments are over before what was put aside at checkout is let go.
  if (order.expiresAt && new Date(order.expiresAt) >= latest) return true
  const held = await reservationsOf(req, id, 'held')
  if (held.length > 0 && held.every(({ expiresAt }) => new Date(expiresAt) > now())) {
    const end = await prolong(req, held, latest)
    if (order.expiresAt !== end) await noteHeld(req, id, end)
    return true
  }
  await release(req, id)
  if (!(await holdAgain(req, order, latest))) return false
  const [first] = await reservationsOf(req, id, 'held')
  await noteHeld(req, id, first?.expiresAt ?? null)
  return true
}

/** What payments must know of an order. */
export const orderPayable: Payable = {
  collection: 'orders',

  async due(req, id) {
    const order = await orderById(req, id)
    const { status, number, total, currency, customer, secretHash } = order
    return {
      mayPay: (secret) => {
        if (secret && secretHash) return equalTexts(hashSecret(secret), secretHash)
        if (req.user && customer && idOf(customer) === req.user.id) return true
        return granted(req, ['sales', 'treasury']) === true
      },
      quote: () => {
        if (status !== 'awaiting_payment') return fail('NOT_PAYABLE', { status })
        return {
          amount: { amount: payableAmount(total, currency), currency },
          payer: customer ? idOf(customer) : null,
          title: `Order ${number}`,
        }
      },
      hold: (until) => holdUntil(req, order, until),
    }
  },

  settle: (req, id, { test }) => orderPaid(req, id, test ?? false),

  release: (req, id) => release(req, id),

  calledOff: ['orders.canceled', 'orders.expired', 'orders.returned'],
}
