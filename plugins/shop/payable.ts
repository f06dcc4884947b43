import { granted } from '../../platform/access.ts'
import { now } from '../../platform/clock.ts'
import { idOf } from '../../platform/ids.ts'
import { payable as payableAmount } from '../../platform/money.ts'
import { equalTexts, hashSecret } from '../../platform/secrets.ts'
import type { Payable } from '../payments/payable.ts'
import { fail } from './errors.ts'
import { holdAgain, orderById, orderPaid } from './fulfilment.ts'
import { holdMinutes, noteHeld, prolong, release, reservationsOf } from './reservations.ts'

/** What payments must know of an order. */
export const orderPayable: Payable = {
  collection: 'orders',

  async mayPay(req, id, secret) {
    const { customer, secretHash } = await orderById(req, id)
    if (secret && secretHash) return equalTexts(hashSecret(secret), secretHash)
    if (req.user && customer && idOf(customer) === req.user.id) return true
    return granted(req, ['sales', 'treasury']) === true
  },

  async quote(req, id) {
    const { status, number, total, currency, customer } = await orderById(req, id)
    if (status !== 'awaiting_payment') return fail('NOT_PAYABLE', { status })
    return {
      amount: { amount: payableAmount(total, currency), currency },
      payer: customer ? idOf(customer) : null,
      title: `Order ${number}`,
    }
  },

  async hold(req, id, until) {
    const order = await orderById(req, id)
    if (order.status !== 'awaiting_payment') return false
    const latest = new Date(Math.min(until.getTime(), now().getTime() + holdMinutes.payment * 60_000))
    const held = await reservationsOf(req, id, 'held')
    const alive = held.length > 0 && held.every(({ expiresAt }) => new Date(expiresAt) > now())
    if (alive) await prolong(req, held, latest)
    else {
      await release(req, id)
      if (!(await holdAgain(req, order, latest))) return false
    }
    const [first] = await reservationsOf(req, id, 'held')
    await noteHeld(req, id, first?.expiresAt ?? null)
    return true
  },

  settle: (req, id) => orderPaid(req, id),

  release: (req, id) => release(req, id),

  calledOff: ['orders.canceled', 'orders.expired', 'orders.returned'],
}
