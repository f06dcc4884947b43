import type { Payload } from 'payload'
import { now } from '../clock.ts'
import { afterForeground } from '../foreground.ts'
import { withRequest } from '../transaction.ts'
import { attempt, type Message } from './attempt.ts'
import { type Subscriber, subscribersOf } from './subscriber.ts'

const batch = 100
const rounds = 10
const sendersAtOnce = 5
/** How long a message waits for requests that are being answered, in milliseconds: a busy hour must not hold the mails up for good. */
const courtesy = 250

/** The oldest messages that are due. Those for a subscriber that this process does not know are left to whoever does. */
export const due = (payload: Payload, subscribers: string[]): Promise<Message[]> =>
  withRequest(payload, 'outbox', async (req) => {
    const found = await payload.db.find({
      collection: 'outbox',
      req,
      where: {
        and: [
          { status: { equals: 'pending' } },
          { nextAttemptAt: { less_than_equal: now().toISOString() } },
          { subscriber: { in: subscribers } },
        ],
      },
      sort: 'nextAttemptAt',
      limit: batch,
      pagination: false,
    })
    return found.docs as unknown as Message[]
  })

/** Works through `items` in order, `width` at a time. */
async function inLanes<Item>(items: Item[], width: number, work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values()
  const lane = async () => {
    for (const item of queue) {
      await afterForeground(courtesy)
      await work(item)
    }
  }
  await Promise.all(Array.from({ length: width }, lane))
}

async function readyOnes(payload: Payload): Promise<Subscriber[]> {
  const asked = await Promise.all(
    subscribersOf(payload).map(async (subscriber) => ((await subscriber.ready?.(payload)) === false ? [] : [subscriber])),
  )
  return asked.flat()
}

/** Delivers the messages that are due: each subscriber at its own pace, handlers in order, a few senders at once. */
export async function deliverOutbox(payload: Payload): Promise<{ done: number }> {
  const subscribers = new Map((await readyOnes(payload)).map((subscriber) => [subscriber.name, subscriber]))
  let done = 0
  for (let round = 0; round < rounds && subscribers.size > 0; round++) {
    const messages = await due(payload, [...subscribers.keys()])
    const bySubscriber = Map.groupBy(messages, ({ subscriber }) => subscriber)
    await Promise.all(
      [...bySubscriber].map(([name, mine]) => {
        const subscriber = subscribers.get(name) as Subscriber
        return inLanes(mine, 'send' in subscriber ? sendersAtOnce : 1, async (message) => {
          if (await attempt(payload, subscriber, message)) done++
        })
      }),
    )
    if (messages.length < batch) break
  }
  return { done }
}

/** Delivers one message that waits, whether or not it is due. */
export async function deliverMessage(payload: Payload, id: string): Promise<{ done: number }> {
  const message = await withRequest(payload, 'outbox', (req) =>
    payload.db.findOne<Message>({ collection: 'outbox', req, where: { and: [{ id: { equals: id } }, { status: { equals: 'pending' } }] } }),
  )
  const subscriber = message && subscribersOf(payload).find(({ name }) => name === message.subscriber)
  return { done: subscriber ? Number(await attempt(payload, subscriber, message)) : 0 }
}
