import type { JsonObject, PayloadRequest } from 'payload'
import type { Order } from '../../payload-types.ts'
import { granted } from '../../platform/access.ts'
import { now } from '../../platform/clock.ts'
import { fail as refuse } from '../../platform/errors.ts'
import { idOf } from '../../platform/ids.ts'
import { emit } from '../../platform/outbox/emit.ts'
import { move, type Work } from '../../platform/states.ts'
import { isCounted } from './catalogue.ts'
import { fail } from './errors.ts'
import { consume, hold, plan, putBack, release } from './reservations.ts'
import { orderStates } from './states.ts'

type Verb = keyof typeof orderStates.moves

/** The order with this id, as it stands in the transaction of `req`; throws NOT_FOUND. */
export const orderById = async (req: PayloadRequest, id: string): Promise<Order> =>
  (await req.payload.db.findOne<Order>({ collection: 'orders', req, where: { id: { equals: id } } })) ?? refuse('NOT_FOUND')

const step = (
  req: PayloadRequest,
  id: string,
  verb: Verb,
  more: { reason?: string; data?: Partial<Order>; where?: Parameters<typeof move>[2]['where'] } = {},
) => move(req, orderStates, { collection: 'orders', id, verb, ...more })

/** Puts aside once more what an order needs; answers whether everything can be had. */
export async function holdAgain(req: PayloadRequest, order: Order, until: Date): Promise<boolean> {
  const lines = order.items.filter(isCounted).map(({ variant, quantity }) => ({ variant: variant ? idOf(variant) : '', quantity }))
  const { shares, shortages } = await plan(req, lines, order.pickup ? idOf(order.pickup) : undefined)
  if (shortages.length > 0) return false
  await hold(req, order.id, shares, { until, extended: true })
  return true
}

/** Takes the goods of an order out of the stock, those that are put aside or others like them; answers whether they could be had. */
async function takeGoods(req: PayloadRequest, order: Order): Promise<boolean> {
  if (await consume(req, order.id)) return true
  if (!(await holdAgain(req, order, now()))) return false
  await consume(req, order.id)
  return true
}

/** Tells others what happened to an order. */
async function tell(req: PayloadRequest, event: string, id: string, more: JsonObject = {}): Promise<void> {
  const order = await req.payload.db.findOne<Pick<Order, 'id' | 'test'>>({
    collection: 'orders',
    req,
    where: { id: { equals: id } },
    select: { test: true },
  })
  await emit(req, event, { id, test: order?.test ?? false, ...more })
}

/** A step that others may want to hear of. */
const announced =
  (verb: Verb, event: string): Work =>
  async (req, { id }) => {
    await step(req, id, verb)
    await tell(req, event, id)
  }

const cancel: Work = async (req, { id, reason }) => {
  const bySales = granted(req, ['sales']) === true
  if (bySales && !reason) return refuse('REASON_REQUIRED')
  // Customers change their minds until they pay; afterwards they talk to sales.
  const { from } = await step(req, id, 'cancel', { reason, where: bySales ? undefined : { status: { equals: 'awaiting_payment' } } })
  await release(req, id)
  await putBack(req, id, { kind: 'return', reason: reason ?? 'Order canceled' })
  await tell(req, 'orders.canceled', id, { from, ...(bySales && { reason }) })
}

const takeBack: Work = async (req, { id, reason }) => {
  await step(req, id, 'return', { reason })
  await putBack(req, id, { kind: 'return', reason })
  await tell(req, 'orders.returned', id)
}

const resume: Work = async (req, { id }) => {
  await step(req, id, 'resume')
  if (!(await takeGoods(req, await orderById(req, id)))) return fail('OUT_OF_STOCK')
  await tell(req, 'orders.resumed', id)
}

/** What the verbs of an order do besides moving it. */
export const orderWorks: Partial<Record<Verb, Work>> = {
  pack: announced('pack', 'orders.packed'),
  ship: announced('ship', 'orders.shipped'),
  deliver: announced('deliver', 'orders.delivered'),
  cancel,
  return: takeBack,
  resume,
}

/** Notes that the money for an order is in: its goods are sold, or – when they are gone or it was canceled – the order waits for a decision. */
export async function orderPaid(req: PayloadRequest, id: string, test: boolean): Promise<'fulfilled' | 'unfulfillable'> {
  const order = await orderById(req, id)
  if (order.status === 'awaiting_payment' && (await takeGoods(req, order))) {
    await step(req, id, 'pay', { data: { paidAt: now().toISOString(), test } })
    await emit(req, 'orders.paid', { id, test })
    return 'fulfilled'
  }
  // A second payment for an order that is paid already leaves it as it is: the money goes back.
  if (!orderStates.moves.fail_fulfilment.from.includes(order.status as never)) return 'unfulfillable'
  await step(req, id, 'fail_fulfilment', { data: { paidAt: now().toISOString(), test } })
  await emit(req, 'orders.unfulfillable', { id, test })
  return 'unfulfillable'
}

/** Ends an order that nobody paid. */
export async function expireOrder(req: PayloadRequest, id: string): Promise<void> {
  await step(req, id, 'expire')
  await release(req, id)
  await tell(req, 'orders.expired', id)
}
