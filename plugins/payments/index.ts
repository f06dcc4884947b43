import { definePlugin } from 'payload'
import { withConnections } from '../../platform/connections.ts'
import { callOffSubscribers } from './call-off.ts'
import { catchUp, forgetForgeries } from './catch-up.ts'
import { paymentEvents } from './collections/payment-events.ts'
import { paymentsCollection } from './collections/payments.ts'
import { initiatePayment } from './endpoints/initiate-payment.ts'
import { listProviders } from './endpoints/list-providers.ts'
import { transactionLog, transactionLogExport } from './endpoints/transaction-log.ts'
import { azamCallback, azamCallbackBySecret } from './endpoints/webhook.ts'
import { paymentErrors } from './errors.ts'
import { paymentTold } from './events.ts'
import { expirePayments } from './expire.ts'
import { paymentChecks } from './live-checks.ts'
import { paymentNotificationKinds } from './notification-kinds.ts'
import { paymentSubscribers } from './notify.ts'
import type { Payable } from './payable.ts'
import { pollProviders } from './poll.ts'
import type { Provider } from './provider.ts'
import { paymentResources } from './resources.ts'
import { paymentWidgets } from './widgets.ts'

export { openPayment } from './ask-provider.ts'
export { supersede } from './end-attempt.ts'
export { paymentsOfField } from './payments-of.ts'
export { receiveMoney } from './receive-money.ts'

type Options = {
  /** What can be paid for; plugins add theirs. */
  payables: Payable[]
  /** How it can be paid. */
  providers: Provider[]
}

declare module 'payload' {
  interface RegisteredPlugins {
    payments: Options
  }
}

/** Payments: attempts to be paid for anything that a plugin registers, by any provider that is set up. Runs late, so that all have registered. */
export const paymentsPlugin = definePlugin<Options>({
  slug: 'payments',
  order: 100,
  plugin: ({ config, payables, providers }) => {
    const { custom = {}, collections = [], endpoints = [] } = config
    return {
      ...config,
      globals: withConnections(
        config,
        providers.flatMap(({ connection }) => connection ?? []),
      ),
      collections: [...collections, paymentsCollection(payables, providers), paymentEvents(providers)],
      endpoints: [...endpoints, listProviders, initiatePayment, azamCallback, azamCallbackBySecret, transactionLog, transactionLogExport],
      custom: {
        ...custom,
        areas: { ...custom.areas, payments: { label: 'Payments', collections: ['payments', 'payment-events'] } },
        errors: { ...custom.errors, payments: paymentErrors },
        events: { ...custom.events, ...paymentTold },
        resources: [...(custom.resources ?? []), ...paymentResources],
        notificationKinds: [...(custom.notificationKinds ?? []), ...paymentNotificationKinds],
        payables,
        providers,
        liveChecks: [...(custom.liveChecks ?? []), ...paymentChecks],
        jobs: [...(custom.jobs ?? []), expirePayments, pollProviders, catchUp, forgetForgeries],
        subscribers: [...(custom.subscribers ?? []), ...paymentSubscribers, ...callOffSubscribers(payables)],
        widgets: [...(custom.widgets ?? []), ...paymentWidgets],
      },
    }
  },
})
