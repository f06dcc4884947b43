import type { JsonObject, PayloadRequest } from 'payload'
import { environment } from '../environment.ts'
import type { Locale } from '../locales.ts'
import { type Words, writeTo } from '../mail/write-to.ts'
import type { Subscriber } from '../outbox/subscriber.ts'
import { gaveUp } from './tell.ts'

const paused: Record<Locale, Words> = {
  en: {
    subject: 'The webhook “{name}” was paused',
    heading: 'The webhook “{name}” was paused',
    paragraphs: [
      'It could not be reached for so long that it is told nothing any more.',
      'What waits for it is kept. Mend it, then resume it.',
    ],
    labels: ['Failures in a row'],
    action: 'Show the webhook',
  },
  sw: {
    subject: 'Webhook “{name}” imesimamishwa',
    heading: 'Webhook “{name}” imesimamishwa',
    paragraphs: [
      'Haikupatikana kwa muda mrefu, kwa hiyo haielezwi chochote tena.',
      'Yanayoisubiri yamehifadhiwa. Irekebishe, kisha iendeleze.',
    ],
    labels: ['Kushindwa mfululizo'],
    action: 'Onyesha webhook',
  },
  sn: {
    subject: 'Webhook “{name}” yamiswa',
    heading: 'Webhook “{name}” yamiswa',
    paragraphs: ['Yanga isingasvikike kwenguva refu, saka haichaudzwi chinhu.', 'Zvakaimirira zvakachengetwa. Igadzirisei, mozoitangazve.'],
    labels: ['Kukundikana kwakatevedzana'],
    action: 'Onai webhook',
  },
  nd: {
    subject: 'I-webhook “{name}” imisiwe',
    heading: 'I-webhook “{name}” imisiwe',
    paragraphs: ['Ibingafinyeleleki okwesikhathi eside, ngakho kayisatshelwa lutho.', 'Okuyilindileyo kugciniwe. Yilungise, ubusuyiqhuba.'],
    labels: ['Ukwehluleka okulandelanayo'],
    action: 'Bona i-webhook',
  },
}

/** Writes to whoever made a webhook that it was paused. */
async function mailOwner(req: PayloadRequest, { id, failures }: JsonObject): Promise<void> {
  const webhook = await req.payload.findByID({ collection: 'webhooks', id: String(id), req, depth: 1, disableErrors: true })
  const owner = webhook?.owner
  if (!owner || typeof owner === 'string') return
  const url = `${environment.publicUrl}/admin/collections/webhooks/${webhook.id}`
  await writeTo(req, owner, paused, { values: { name: webhook.name }, rows: [String(failures)], url })
}

/** Who hears of what becomes of webhooks. */
export const webhookSubscribers: Subscriber[] = [{ event: gaveUp, name: 'webhooks.mail-owner', handle: mailOwner }]
