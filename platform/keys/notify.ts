import type { JsonObject, PayloadRequest } from 'payload'
import type { Locale } from '../locales.ts'
import { type Words, writeTo } from '../mail/write-to.ts'
import type { Subscriber } from '../outbox/subscriber.ts'

const busy: Record<Locale, Words> = {
  en: {
    subject: 'Your API key “{name}” is very busy',
    heading: 'Your API key “{name}” is used far more than usual',
    paragraphs: [
      'If your program has more to do today, all is well.',
      'If not, somebody else may use the key: revoke it and make a new one.',
    ],
    labels: ['Calls today', 'Calls on a usual day'],
  },
  sw: {
    subject: 'Ufunguo wako wa API “{name}” unatumika sana',
    heading: 'Ufunguo wako wa API “{name}” unatumika kuliko kawaida',
    paragraphs: [
      'Kama programu yako ina kazi zaidi leo, hakuna tatizo.',
      'Kama sivyo, huenda mtu mwingine anautumia: ubatilishe na utengeneze mpya.',
    ],
    labels: ['Maombi ya leo', 'Maombi ya siku ya kawaida'],
  },
  sn: {
    subject: 'Kiyi yenyu yeAPI “{name}” iri kushandiswa zvakanyanya',
    heading: 'Kiyi yenyu yeAPI “{name}” iri kushandiswa kupfuura nguva dzose',
    paragraphs: [
      'Kana purogiramu yenyu iine basa rakawanda nhasi, hapana dambudziko.',
      'Kana zvisiri izvo, pamwe mumwe munhu ari kuishandisa: idzimei mugadzire itsva.',
    ],
    labels: ['Zvikumbiro zvanhasi', 'Zvikumbiro zvezuva nezuva'],
  },
  nd: {
    subject: 'Isikhiye sakho se-API “{name}” sisebenza kakhulu',
    heading: 'Isikhiye sakho se-API “{name}” sisetshenziswa kakhulu kulokwejwayelekileyo',
    paragraphs: [
      'Nxa uhlelo lwakho lulomsebenzi omnengi lamuhla, akulankinga.',
      'Nxa kungenjalo, mhlawumbe omunye uyasisebenzisa: sikhansele wenze esitsha.',
    ],
    labels: ['Izicelo zalamuhla', 'Izicelo zosuku olujwayelekileyo'],
  },
}

/** Writes to the owner of a key that is used far more than usual. */
async function mailOwner(req: PayloadRequest, { id, calls, mean }: JsonObject): Promise<void> {
  const key = await req.payload.findByID({ collection: 'api-keys', id: String(id), req, depth: 1, disableErrors: true })
  const owner = key?.owner
  if (!owner || typeof owner === 'string') return
  await writeTo(req, owner, busy, { values: { name: key.name }, rows: [String(calls), String(mean)] })
}

/** Who hears of what API keys do. */
export const keySubscribers: Subscriber[] = [{ event: 'api-keys.busy', name: 'api-keys.mail-owner', handle: mailOwner }]
