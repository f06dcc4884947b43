import type { DashboardWidget } from '../../platform/widgets.ts'

/** What treasury sees of payments on the first page of the admin. */
export const paymentWidgets: DashboardWidget[] = [
  {
    slug: 'money-in',
    label: 'Money in, last 30 days',
    component: '/platform/admin/widgets/DailySum.tsx#DailySum',
    props: {
      collection: 'payments',
      where: { status: { in: ['succeeded', 'partially_refunded', 'refund_pending'] } },
      date: 'paidAt',
      amount: 'receivedAmount',
      days: 30,
    },
    width: 'large',
    ofThisMode: true,
    roles: ['treasury'],
  },
  {
    slug: 'payments-by-state',
    label: 'Payments',
    component: '/platform/admin/widgets/StateCounts.tsx#StateCounts',
    props: { collection: 'payments' },
    width: 'small',
    ofThisMode: true,
    roles: ['treasury'],
  },
  {
    slug: 'underpaid',
    label: 'Too little came in: decide',
    component: '/platform/admin/widgets/Waiting.tsx#Waiting',
    props: { collection: 'payments', verb: 'accept', title: 'title', amount: 'receivedAmount' },
    width: 'medium',
    ofThisMode: true,
    roles: ['treasury'],
  },
  {
    slug: 'refunds-due',
    label: 'Money to give back',
    component: '/platform/admin/widgets/Waiting.tsx#Waiting',
    props: { collection: 'payments', verb: 'finish_refund', title: 'title', amount: 'receivedAmount' },
    width: 'medium',
    ofThisMode: true,
    roles: ['treasury'],
  },
]
