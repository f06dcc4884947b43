import { z } from 'zod'
import type { Payment } from '../../payload-types.ts'
import { equal, flag, moment, money, oneOf, type Resource, type Shown, same, since, source } from '../../platform/v1/resource.ts'
import { initiatePayment } from './endpoints/initiate-payment.ts'
import { paymentStates } from './states.ts'

const states = Object.keys(paymentStates.states) as [string, ...string[]]

const text = z.string().nullable()

const optionalMoney = (name: 'receivedAmount' | 'excess'): Shown<Payment> => ({
  schema: money.nullable(),
  value: (payment) => (payment[name] == null ? null : { amount: payment[name], currency: payment.currency }),
})

const subject: Shown<Payment> = {
  schema: z.object({ type: z.string(), id: z.string() }),
  value: ({ subject: { relationTo, value } }) => ({ type: relationTo, id: typeof value === 'object' ? value.id : value }),
}

const payments: Resource = {
  name: 'payments',
  item: 'payment',
  area: 'payments',
  sources: [
    source<'payments'>({
      collection: 'payments',
      fields: {
        id: same('id', z.uuid()),
        reference: same('reference', z.string()),
        status: same('status', z.enum(states)),
        title: same('title', z.string()),
        subject,
        test: { schema: z.boolean().meta({ description: 'No real money moves.' }), value: ({ test }) => Boolean(test) },
        amount: { schema: money, value: ({ amount, currency }) => ({ amount, currency }) },
        received: optionalMoney('receivedAmount'),
        excess: optionalMoney('excess'),
        provider: same('provider', z.string()),
        providerReference: same('providerReference', text),
        phone: same('phone', text),
        failure: { schema: text, value: ({ failure }) => failure?.code ?? null },
        redirect: same('redirect', text),
        paidAt: same('paidAt', moment.nullable()),
        expiresAt: same('expiresAt', moment),
        createdAt: same('createdAt', moment),
        updatedAt: same('updatedAt', moment),
      },
      create: initiatePayment,
      actions: ['cancel', 'receive'],
    }),
  ],
  filters: {
    reference: equal('reference', z.string().max(60)),
    status: oneOf('status', states),
    provider: equal('provider', z.string().max(40)),
    test: flag('test'),
    updatedSince: since('updatedAt'),
    createdSince: since('createdAt'),
  },
  sorts: { createdAt: moment, updatedAt: moment },
}

/** What payments show integrators. */
export const paymentResources: Resource[] = [payments]
