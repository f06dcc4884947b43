import type { AstroGlobal } from 'astro'
import type { Order } from '../../../../payload-types.ts'
import { outcomeOf } from '../../../../platform/client/send.ts'
import type { Api } from '../../lib/api.ts'
import type { Locale } from '../../lib/paths.ts'
import { guestOrders } from './guest-orders.ts'
import type { OrderStatus } from './order-view.ts'

/** The order that a page is about; undefined when there is none, or it is not for this visitor. */
export async function readOrder({ api, locale }: Pick<App.Locals, 'api' | 'locale'>, id: string): Promise<Order | undefined> {
  const answer = await outcomeOf(api.one('orders', id, { depth: 1, locale }))
  return answer.ok ? answer.value : undefined
}

/** When an order first came into each of its states. */
export async function timesOf({ api }: Pick<App.Locals, 'api'>, { id }: Pick<Order, 'id'>): Promise<Partial<Record<OrderStatus, string>>> {
  const answer = await api.ask('GET /orders/:id/history', { params: { id } })
  // Without the times the steps still say how far it is.
  if (!answer.ok) return {}
  return Object.fromEntries(answer.value.steps.toReversed().map(({ to, at }) => [to, at]))
}

/** A link from a mail carries the secret of an order: it moves into a cookie and out of the address. */
export function takeSecret(page: AstroGlobal, id: string): Response | undefined {
  const secret = page.url.searchParams.get('secret')
  if (!secret) return undefined
  if (/^[\w-]{16,80}$/.test(secret)) guestOrders(page.cookies).remember(id, secret, page.locals.publicUrl)
  return page.redirect(page.locals.paths.order(id), 303)
}

/** The last order of the visitor, if it waits for its money: whoever went back from paying finds the way on. */
export async function unpaidOrder({ cookies, locals }: AstroGlobal): Promise<Order | undefined> {
  const { api, user } = locals
  const waits = { status: { equals: 'awaiting_payment' } } as const
  if (user) {
    const where = { and: [{ customer: { equals: user.id } }, waits] }
    return (await api.find('orders', { where, sort: '-createdAt', limit: 1, depth: 0, pagination: false })).docs[0]
  }
  const { newest } = guestOrders(cookies)
  const order = newest ? await readOrder(locals, newest) : undefined
  return order?.status === 'awaiting_payment' ? order : undefined
}

/** How many orders stand on one page of the account. */
const ordersPerPage = 10

/** One page of a customer's own orders; `search` finds them by number. */
export async function ownOrders(
  api: Api,
  { customer, search, page, locale }: { customer: string; search: string; page: number; locale: Locale },
) {
  const { docs, totalDocs, totalPages } = await api.find('orders', {
    where: {
      and: [
        { customer: { equals: customer } },
        ...(search ? [{ or: [{ number: { like: search } }, { 'items.title': { like: search } }] }] : []),
      ],
    },
    sort: '-createdAt',
    limit: ordersPerPage,
    page,
    depth: 0,
    locale,
    select: { number: true, status: true, total: true, currency: true, createdAt: true, items: true },
  })
  return { orders: docs as Order[], count: totalDocs, pages: totalPages }
}
