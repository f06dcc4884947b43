import type { NotificationKind } from '../../platform/notifications/kind.ts'
import { paymentById } from './payment.ts'

/** What payments tell people of. */
export const paymentNotificationKinds: NotificationKind[] = [
  {
    kind: 'payments.failed',
    event: 'payments.failed',
    channels: { inApp: true, mail: true, digest: false, push: true },
    words: {
      en: { label: 'Failed payments', title: 'The payment for {title} failed', text: 'No money was taken. You may try again.' },
      sw: {
        label: 'Malipo yaliyoshindikana',
        title: 'Malipo ya {title} yameshindikana',
        text: 'Hakuna pesa iliyochukuliwa. Unaweza kujaribu tena.',
      },
      sn: { label: 'Mibhadharo yakundikana', title: 'Muripo we{title} wakundikana', text: 'Hapana mari yatorwa. Munogona kuedza zvakare.' },
      nd: { label: 'Izinkokhelo ezehlulekileyo', title: 'Inkokhelo ye {title} yehlulekile', text: 'Akulamali ethethweyo. Ungazama futhi.' },
    },
    // The thing that is paid for is where the payer tries again.
    path: ({ collection, id }) => `/${collection}/${id}`,
    notice: async (req, { id }) => {
      const { id: occasion, payer, title, subject } = await paymentById(req, String(id))
      return payer
        ? { about: { collection: subject.relationTo, id: subject.value }, users: [payer], occasion, params: { title } }
        : undefined
    },
  },
]
