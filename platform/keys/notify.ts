import type { JsonObject, PayloadRequest } from 'payload'
import { type Locale, localeCodes } from '../locales.ts'
import { letter } from '../mail/letter.ts'
import { sendMail } from '../mail/send-mail.ts'
import type { Subscriber } from '../outbox/subscriber.ts'

type Words = { subject: string; heading: string; paragraphs: readonly string[]; today: string; usual: string }

const busy: Record<Locale, Words> = {
  en: {
    subject: 'Your API key “{name}” is very busy',
    heading: 'Your API key “{name}” is used far more than usual',
    paragraphs: [
      'If your program has more to do today, all is well.',
      'If not, somebody else may use the key: revoke it and make a new one.',
    ],
    today: 'Calls today',
    usual: 'Calls on a usual day',
  },
  sw: {
    subject: 'Ufunguo wako wa API “{name}” unatumika sana',
    heading: 'Ufunguo wako wa API “{name}” unatumika kuliko kawaida',
    paragraphs: [
      'Kama programu yako ina kazi zaidi leo, hakuna tatizo.',
      'Kama sivyo, huenda mtu mwingine anautumia: ubatilishe na utengeneze mpya.',
    ],
    today: 'Maombi ya leo',
    usual: 'Maombi ya siku ya kawaida',
  },
  sn: {
    subject: 'Kiyi yenyu yeAPI “{name}” iri kushandiswa zvakanyanya',
    heading: 'Kiyi yenyu yeAPI “{name}” iri kushandiswa kupfuura nguva dzose',
    paragraphs: [
      'Kana purogiramu yenyu iine basa rakawanda nhasi, hapana dambudziko.',
      'Kana zvisiri izvo, pamwe mumwe munhu ari kuishandisa: idzimei mugadzire itsva.',
    ],
    today: 'Zvikumbiro zvanhasi',
    usual: 'Zvikumbiro zvezuva nezuva',
  },
  nd: {
    subject: 'Isikhiye sakho se-API “{name}” sisebenza kakhulu',
    heading: 'Isikhiye sakho se-API “{name}” sisetshenziswa kakhulu kulokwejwayelekileyo',
    paragraphs: [
      'Nxa uhlelo lwakho lulomsebenzi omnengi lamuhla, akulankinga.',
      'Nxa kungenjalo, mhlawumbe omunye uyasisebenzisa: sikhansele wenze esitsha.',
    ],
    today: 'Izicelo zalamuhla',
    usual: 'Izicelo zosuku olujwayelekileyo',
  },
}

/** Writes to the owner of a key that is used far more than usual. */
async function mailOwner(req: PayloadRequest, { id, calls, mean }: JsonObject): Promise<void> {
  const key = await req.payload.findByID({ collection: 'api-keys', id: String(id), req, depth: 1, disableErrors: true })
  const owner = key?.owner
  if (!owner || typeof owner === 'string') return
  const locale = localeCodes.find((code) => code === owner.locale) ?? 'en'
  const { subject, heading, paragraphs, today, usual } = busy[locale]
  const named = (text: string) => text.replace('{name}', key.name)
  const rows = [
    [today, String(calls)],
    [usual, String(mean)],
  ] as const
  const content = await letter(req, { heading: named(heading), paragraphs, rows, locale })
  await sendMail(req, { to: owner.email, subject: named(subject), locale, ...content })
}

/** Who hears of what API keys do. */
export const keySubscribers: Subscriber[] = [{ event: 'api-keys.busy', name: 'api-keys.mail-owner', handle: mailOwner }]
