import type { JsonObject, PayloadRequest } from 'payload'
import { environment } from '../environment.ts'
import { type Locale, localeCodes } from '../locales.ts'
import { letter } from '../mail/letter.ts'
import { sendMail } from '../mail/send-mail.ts'
import type { Subscriber } from '../outbox/subscriber.ts'
import { gaveUp } from './tell.ts'

type Words = { subject: string; heading: string; paragraphs: readonly string[]; failures: string; action: string }

const words: Record<Locale, Words> = {
  en: {
    subject: 'The webhook “{name}” was paused',
    heading: 'The webhook “{name}” was paused',
    paragraphs: [
      'It could not be reached for so long that it is told nothing any more.',
      'What waits for it is kept. Mend it, then resume it.',
    ],
    failures: 'Failures in a row',
    action: 'Show the webhook',
  },
  sw: {
    subject: 'Webhook “{name}” imesimamishwa',
    heading: 'Webhook “{name}” imesimamishwa',
    paragraphs: [
      'Haikupatikana kwa muda mrefu, kwa hiyo haielezwi chochote tena.',
      'Yanayoisubiri yamehifadhiwa. Irekebishe, kisha iendeleze.',
    ],
    failures: 'Kushindwa mfululizo',
    action: 'Onyesha webhook',
  },
  sn: {
    subject: 'Webhook “{name}” yamiswa',
    heading: 'Webhook “{name}” yamiswa',
    paragraphs: ['Yanga isingasvikike kwenguva refu, saka haichaudzwi chinhu.', 'Zvakaimirira zvakachengetwa. Igadzirisei, mozoitangazve.'],
    failures: 'Kukundikana kwakatevedzana',
    action: 'Onai webhook',
  },
  nd: {
    subject: 'I-webhook “{name}” imisiwe',
    heading: 'I-webhook “{name}” imisiwe',
    paragraphs: ['Ibingafinyeleleki okwesikhathi eside, ngakho kayisatshelwa lutho.', 'Okuyilindileyo kugciniwe. Yilungise, ubusuyiqhuba.'],
    failures: 'Ukwehluleka okulandelanayo',
    action: 'Bona i-webhook',
  },
}

/** Writes to whoever made a webhook that it was paused. */
async function mailOwner(req: PayloadRequest, { id, failures }: JsonObject): Promise<void> {
  const webhook = await req.payload.findByID({ collection: 'webhooks', id: String(id), req, depth: 1, disableErrors: true })
  const owner = webhook?.owner
  if (!owner || typeof owner === 'string') return
  const locale = localeCodes.find((code) => code === owner.locale) ?? 'en'
  const { subject, heading, paragraphs, failures: label, action } = words[locale]
  const named = (text: string) => text.replace('{name}', webhook.name)
  const url = `${environment.publicUrl}/admin/collections/webhooks/${webhook.id}`
  const content = await letter(req, {
    heading: named(heading),
    paragraphs,
    rows: [[label, String(failures)]],
    action: { label: action, url },
    locale,
  })
  await sendMail(req, { to: owner.email, subject: named(subject), locale, ...content })
}

/** Who hears of what becomes of webhooks. */
export const webhookSubscribers: Subscriber[] = [{ event: gaveUp, name: 'webhooks.mail-owner', handle: mailOwner }]
