import type { Payload, Where } from 'payload'
import { now } from '../../platform/clock.ts'
import type { Job } from '../../platform/job.ts'
import { eachDue } from './batch.ts'
import type { StoredPayment } from './payment.ts'
import { providerOf, providersOf } from './provider.ts'
import { settle } from './settle.ts'
import { open, unpaid } from './states.ts'

const minute = 60_000

/** How long money may come late, so that an attempt that ended is still asked about. */
const late = 60 * minute

const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds).toISOString()

const name = 'payments.poll'

async function poll(payload: Payload, which: Where[]): Promise<{ done: number }> {
  const answering = providersOf(payload).filter(({ status }) => status)
  if (answering.length === 0) return { done: 0 }
  const where: Where = {
    and: [{ provider: { in: answering.map((provider) => provider.name) } }, { status: { in: [...open, ...unpaid] } }, ...which],
  }
  return eachDue<StoredPayment>(
    payload,
    { name, collection: 'payments', where, sort: 'expiresAt', most: 50 },
    async (req, { reference, providerReference, provider }) => {
      const event = await providerOf(payload, provider)?.status?.({ reference, providerReference: providerReference ?? undefined })
      if (!event || event.outcome === 'pending') return false
      const { verdict } = await settle(req, provider, event)
      return verdict === 'settled'
    },
  )
}

/** Asks providers that can be asked what became of attempts they have not spoken of; the network is used outside every transaction. */
export const pollProviders: Job = {
  name,
  every: '1 minute',
  run: (payload) => poll(payload, [{ createdAt: { less_than: ago(minute), greater_than: ago(late) } }]),
  forOne: (payload, id) => poll(payload, [{ id: { equals: id } }]),
}
