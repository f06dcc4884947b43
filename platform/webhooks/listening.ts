import type { Payload } from 'payload'
import { versionsOf } from '../cache/versions.ts'
import { shared } from '../instance.ts'
import { withRequest } from '../transaction.ts'

/** A webhook as far as it matters for telling it. */
export type Webhook = {
  id: string
  url: string
  events: string[]
  sealed: string
  failures: number
  failingSince?: string | null
  status: string
}

/** How long other processes may take to hear of a change here, in milliseconds. */
const freshness = 2_000

const read = (payload: Payload): Promise<Webhook[]> =>
  withRequest(payload, 'webhooks', async (req) => {
    const { docs } = await payload.db.find<Webhook>({
      collection: 'webhooks',
      req,
      where: { status: { equals: 'active' } },
      limit: 0,
      pagination: false,
    })
    return docs
  })

/** The webhooks that are told now; asked for every event, so they are kept until one changes. */
export function activeWebhooks(payload: Payload): Promise<Webhook[]> {
  const instance = shared(payload)
  const version = versionsOf(payload.db).of('webhooks')
  const { webhooks } = instance
  if (webhooks && webhooks.version === version && Date.now() - webhooks.at < freshness) return webhooks.list
  const list = read(payload)
  instance.webhooks = { version, at: Date.now(), list }
  list.catch(() => {
    delete instance.webhooks
  })
  return list
}
