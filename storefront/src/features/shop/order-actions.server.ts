import type { AstroGlobal } from 'astro'
import type { Order } from '../../../../payload-types.ts'
import type { Api } from '../../lib/api.ts'
import { problemText, readForm } from '../../lib/forms.ts'
import { latestPayment } from '../payments/payments.server.ts'

/** What the buttons of an order page ask the API for. */
const actions = {
  cancel: (api: Api, { id }: Order) => api.ask('POST /orders/:id/cancel', { params: { id } }),
  cancelPayment: async (api: Api, order: Order) => {
    const payment = await latestPayment(api, order)
    return payment && api.ask('POST /payments/:id/cancel', { params: { id: payment.id } })
  },
}

const isAction = (text: string): text is keyof typeof actions => Object.hasOwn(actions, text)

/** Does what a button of an order page says; goes back to the page, or says what is in the way. */
export async function act(page: AstroGlobal, order: Order): Promise<Response | { problem: string }> {
  const { t, api, paths } = page.locals
  const { action = '' } = await readForm(page.request)
  const answer = isAction(action) ? await actions[action](api, order) : undefined
  if (answer?.ok && action === 'cancelPayment') return page.redirect(paths.pay(order.id), 303)
  if (!answer || answer.ok) return page.redirect(paths.order(order.id), 303)
  return { problem: problemText(t, answer.refusal) }
}
