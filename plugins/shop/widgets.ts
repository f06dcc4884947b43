import type { DashboardWidget } from '../../platform/widgets.ts'

const waiting = '/platform/admin/widgets/Waiting.tsx#Waiting'

/** What sales, treasury and delivery see of the shop on the first page of the admin: their own tasks first. */
export const shopWidgets: DashboardWidget[] = [
  {
    slug: 'orders-to-confirm',
    label: 'Money to confirm',
    component: waiting,
    props: { collection: 'orders', verb: 'confirm', amount: 'total', empty: 'Every payment is confirmed.' },
    width: 'medium',
    ofThisMode: true,
    roles: ['treasury'],
  },
  {
    slug: 'orders-to-pack',
    label: 'To pack',
    component: waiting,
    props: { collection: 'orders', verb: 'pack', empty: 'Nothing to pack.' },
    width: 'medium',
    ofThisMode: true,
    roles: ['delivery'],
  },
  {
    slug: 'orders-to-hand-over',
    label: 'To ship or hand over',
    component: waiting,
    props: { collection: 'orders', verb: 'deliver', empty: 'Nothing on its way.' },
    width: 'medium',
    ofThisMode: true,
    roles: ['delivery'],
  },
  {
    slug: 'orders-out-of-stock',
    label: 'Paid, but out of stock',
    component: waiting,
    props: { collection: 'orders', verb: 'resume', amount: 'total', empty: 'Every paid order can be delivered.' },
    width: 'medium',
    ofThisMode: true,
    roles: ['sales'],
  },
  {
    slug: 'low-stock',
    label: 'Low stock',
    component: waiting,
    props: {
      collection: 'stock-levels',
      field: 'low',
      values: ['true'],
      title: ['variant.product.title', 'variant.sku', 'location.name'],
      count: 'available',
      unit: 'left',
      sort: 'available',
      empty: 'There is enough of everything.',
    },
    width: 'medium',
    roles: ['sales'],
  },
  {
    slug: 'orders-by-state',
    label: 'Orders by state',
    component: '/platform/admin/widgets/StateCounts.tsx#StateCounts',
    props: { collection: 'orders' },
    width: 'medium',
    ofThisMode: true,
    roles: ['sales', 'treasury', 'delivery', 'support'],
  },
]
