import type { DashboardWidget } from '../platform/widgets.ts'

/** What those see who look after the site: messages to answer, and what search engines do not show well. */
export const contentWidgets: DashboardWidget[] = [
  {
    slug: 'messages-to-answer',
    label: 'Messages to answer',
    component: '/platform/admin/widgets/Waiting.tsx#Waiting',
    props: { collection: 'contact-messages', verb: 'answer', title: ['name', 'subject'], empty: 'Every message is answered.' },
    width: 'medium',
    last: true,
    roles: ['support', 'marketing', 'sales'],
  },
  {
    slug: 'search-findings',
    label: 'In search engines',
    component: '/platform/admin/widgets/SearchFindings.tsx#SearchFindings',
    width: 'medium',
    last: true,
    roles: ['marketing'],
  },
]
