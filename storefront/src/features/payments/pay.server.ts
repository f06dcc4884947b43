import type { AstroGlobal } from 'astro'
import type { Order } from '../../../../payload-types.ts'
import { blank, type FormState, newKey, readForm, refused } from '../../lib/forms.ts'
import { guestOrders } from '../shop/guest-orders.ts'

const fields = ['provider', 'phone', 'operator'] as const

/** What the form begins with: the number that the buyer gave, and the first way to pay. */
export const firstChoice = (order: Order, provider: string): FormState =>
  blank({ provider, phone: order.phone ?? '', operator: '', key: newKey() })

type Opened = { payment: { id: string; reference: string; status: string; redirect?: string } }

/** Asks for the money in the way that the form says and goes on to the order, which follows what happens. */
export async function pay(page: AstroGlobal, order: Order): Promise<Response | FormState> {
  const { t, api, locale, paths, publicUrl } = page.locals
  const values = await readForm(page.request)
  const { provider, phone, operator, key } = values
  const answer = await api.ask<Opened>(`/initiate-payment?locale=${locale}`, {
    body: {
      subject: { relationTo: 'orders', value: order.id },
      secret: guestOrders(page.cookies).secretOf(order.id),
      provider,
      phone: phone || undefined,
      operator: operator || undefined,
      returnUrl: publicUrl + paths.order(order.id),
    },
    headers: { 'idempotency-key': key },
  })
  if (answer.ok) return page.redirect(answer.value.payment.redirect ?? paths.order(order.id), 303)
  return refused(t, answer.refusal, { ...values, key: newKey() }, fields)
}
