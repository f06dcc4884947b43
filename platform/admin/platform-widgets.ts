import type { DashboardWidget } from '../widgets.ts'

const waiting = '/platform/admin/widgets/Waiting.tsx#Waiting'

/** The tiles of the platform itself: what failed in the background, for those who look after it. */
export const platformWidgets: DashboardWidget[] = [
  {
    slug: 'dead-letters',
    label: 'Messages that were given up',
    component: waiting,
    props: { collection: 'outbox', verb: 'retry', detail: 'lastError', empty: 'Every message was delivered.' },
    width: 'medium',
    last: true,
    roles: ['developer'],
  },
  {
    slug: 'failed-mails',
    label: 'Mails that failed',
    component: waiting,
    props: { collection: 'mails', values: ['failed'], detail: 'error', empty: 'Every mail left the house.' },
    width: 'medium',
    last: true,
    roles: ['support', 'developer'],
  },
  {
    slug: 'failed-jobs',
    label: 'Jobs that failed',
    component: waiting,
    props: { collection: 'jobs', values: ['failed'], detail: 'lastError', empty: 'The last run of every job went well.' },
    width: 'medium',
    last: true,
    roles: ['developer'],
  },
]
