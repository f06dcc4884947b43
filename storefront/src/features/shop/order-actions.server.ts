import type { AstroGlobal } from 'astro'
import type { Order } from '../../../../payload-types.ts'
import { problemText, readForm } from '../../lib/forms.ts'
import { latestPayment } from '../payments/payments.server.ts'

/** What the buttons of an order page ask the API for. */
const actions: Record<string, (page: AstroGlobal, order: Order) => Promise<string | undefined>> = {
  cancel: async (_page, { id }) => `/orders/${id}/cancel`,
  cancelPayment: async ({ locals }, order) => {
    const payment = await latestPayment(locals.api, order)
    return payment && `/payments/${payment.id}/cancel`
  },
}

/** Does what a button of an order page says; goes back to the page, or says what is in the way. */
export async function act(page: AstroGlobal, order: Order): Promise<Response | { problem: string }> {
  const { t, api, paths } = page.locals
  const { action = '' } = await readForm(page.request)
  const path = await (Object.hasOwn(actions, action) ? actions[action]?.(page, order) : undefined)
  const answer = path ? await api.ask(path, { method: 'POST', body: {} }) : undefined
  if (answer?.ok && action === 'cancelPayment') return page.redirect(paths.pay(order.id), 303)
  if (!answer || answer.ok) return page.redirect(paths.order(order.id), 303)
  return { problem: problemText(t, answer.refusal) }
}
