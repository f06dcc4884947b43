import type { AstroGlobal } from 'astro'
import type { Order } from '../../../../payload-types.ts'
import type { Translate } from '../../i18n/index.ts'
import { formatPhone } from '../../lib/dates.ts'
import { blank, type FormState, newKey, readForm, refused } from '../../lib/forms.ts'
import { guestOrders } from '../shop/guest-orders.ts'
import { likelyOperator } from './operators.ts'
import type { Offer } from './payments.server.ts'

const fields = ['provider', 'phone', 'operator'] as const

/** What the form begins with: the number that the buyer gave, and the first way to pay. */
export const firstChoice = ({ phone }: Order, provider: string): FormState =>
  blank({ provider, phone: formatPhone(phone ?? ''), operator: likelyOperator(phone ?? '') ?? '', key: newKey() })

/** What the chosen way to pay needs and the form does not say. */
function missing(t: Translate, { provider, phone, operator }: Record<string, string>, ways: Offer[]): FormState['faults'] {
  const way = ways.find(({ name }) => name === provider)
  return {
    ...(!way && { provider: t('faults.provider') }),
    ...(way?.needsPhone && !phone && { phone: t('faults.phone') }),
    ...(way?.operators && !operator && { operator: t('faults.operator') }),
  }
}

/** Asks for the money in the way that the form says and goes on to the order, which follows what happens. */
export async function pay(page: AstroGlobal, order: Order, ways: Offer[]): Promise<Response | FormState> {
  const { t, api, locale, paths, publicUrl } = page.locals
  const values = await readForm(page.request)
  const { provider = '', phone = '', key } = values
  const operator = values.operator || likelyOperator(phone)
  const faults = missing(t, { ...values, operator: operator ?? '' }, ways)
  if (Object.keys(faults).length > 0) return { values, faults }
  const answer = await api.ask(
    'POST /initiate-payment',
    {
      body: {
        subject: { relationTo: 'orders', value: order.id },
        secret: guestOrders(page.cookies).secretOf(order.id),
        provider,
        phone: phone || undefined,
        operator,
        returnUrl: publicUrl + paths.order(order.id),
      },
    },
    { locale, idempotencyKey: key },
  )
  if (answer.ok) return page.redirect(answer.value.payment.redirect ?? paths.order(order.id), 303)
  return refused(t, answer.refusal, { ...values, key: newKey() }, fields)
}
