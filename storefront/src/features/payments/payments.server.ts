import type { Order, Payment } from '../../../../payload-types.ts'
import type { Api } from '../../lib/api.ts'

/** A way to pay, as the API offers it. */
export type Offer = { name: string; label: string; needsPhone: boolean; operators?: string[]; manual?: boolean }

/** The ways in which an amount of this currency can be paid now. */
export async function offers(api: Api, currency: string): Promise<Offer[]> {
  const answer = await api.ask('GET /payment-providers')
  return answer.ok ? answer.value.providers.filter(({ currencies }) => currencies.includes(currency)) : []
}

/** The latest attempt to pay for an order; undefined when there was none yet. */
export async function latestPayment(api: Api, order: Pick<Order, 'id'>): Promise<Payment | undefined> {
  const { docs } = await api.find('payments', {
    where: { 'subject.value': { equals: order.id } },
    sort: '-createdAt',
    limit: 1,
    depth: 0,
    pagination: false,
  })
  return docs[0]
}

/** Whether somebody may still send this money. */
export const isOpen = (payment: Payment | undefined): payment is Payment => payment?.status === 'created' || payment?.status === 'pending'
