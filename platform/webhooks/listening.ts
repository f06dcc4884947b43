import type { Payload } from 'payload'
import { remembered } from '../cache/remembered.ts'
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

/** The name under which the outbox keeps what a webhook is still to be told. */
export const subscriberName = ({ id }: Pick<Webhook, 'id'>): string => `webhook:${id}`

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

/** The webhooks that are told now; asked for every event. */
export const activeWebhooks = (payload: Payload): Promise<Webhook[]> => remembered(payload, 'webhooks', 'webhooks', () => read(payload))
