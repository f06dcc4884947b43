import type { Payload } from 'payload'
import { shared } from '../instance.ts'
import { attempt } from '../outbox/attempt.ts'
import { due } from '../outbox/deliver.ts'
import type { Audience, Subscriber } from '../outbox/subscriber.ts'
import { activeWebhooks, subscriberName, type Webhook } from './listening.ts'
import { tell } from './tell.ts'

/** A delivery to one webhook under way; `again` when something came meanwhile. */
export type Flight = { done: Promise<number>; again: boolean }

/** The subscriber behind a webhook: it is told what the outbox holds for it. */
const subscriberOf = (webhook: Webhook, event: string): Subscriber => ({
  event,
  name: subscriberName(webhook),
  send: (payload, data, key, message) => tell(payload, webhook.id, { id: key, ...message, data }),
})

/** Delivers in order, until nothing is due or one could not be delivered: what does not answer now is not asked again and again. */
async function fly(payload: Payload, subscriber: Subscriber, flight: Pick<Flight, 'again'>): Promise<number> {
  let done = 0
  do {
    flight.again = false
    for (const message of await due(payload, [subscriber.name])) {
      if (!(await attempt(payload, subscriber, message))) return done
      done++
      flight.again = true
    }
  } while (flight.again)
  return done
}

/** Begins the deliveries that are due, each by itself, so that a webhook that does not answer holds up no other. */
async function depart(payload: Payload): Promise<Flight[]> {
  const instance = shared(payload)
  instance.flights ??= new Map()
  const { flights } = instance
  const subscribers = new Map((await activeWebhooks(payload)).map((webhook) => [subscriberName(webhook), subscriberOf(webhook, '')]))
  if (subscribers.size === 0) return []
  for (const flight of flights.values()) flight.again = true
  const start = (name: string) => {
    const flight: Flight = { again: false, done: Promise.resolve(0) }
    flight.done = fly(payload, subscribers.get(name) as Subscriber, flight).finally(() => flights.delete(name))
    flights.set(name, flight)
  }
  // What is found first may all be for one of them.
  for (let names = [...subscribers.keys()]; names.length > 0; names = names.filter((name) => !flights.has(name))) {
    const waiting = new Set((await due(payload, names)).map(({ subscriber }) => subscriber))
    const fresh = [...waiting].filter((name) => !flights.has(name))
    fresh.forEach(start)
    if (fresh.length === 0) break
  }
  return [...flights.values()]
}

/** Delivers to all webhooks for which something is due, and waits for it. */
export async function deliverWebhooks(payload: Payload): Promise<{ done: number }> {
  const flights = await depart(payload)
  const done = await Promise.all(flights.map(({ done }) => done))
  return { done: done.reduce((sum, each) => sum + each, 0) }
}

const failed = (payload: Payload) => (error: unknown) => payload.logger.error({ err: error }, 'The webhooks could not be told.')

/** The webhooks as an audience of the outbox. */
export const webhookAudience: Audience = {
  listening: async (payload) =>
    (await activeWebhooks(payload)).flatMap((webhook) => webhook.events.map((event) => subscriberOf(webhook, event))),
  nudge: (payload) => {
    depart(payload)
      .then((flights) => Promise.all(flights.map(({ done }) => done)))
      .catch(failed(payload))
  },
  settled: async (payload) => {
    await Promise.allSettled([...(shared(payload).flights?.values() ?? [])].map(({ done }) => done))
  },
}
