import { randomUUID } from 'node:crypto'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Collection, MongoClient, ObjectId } from 'mongodb'
import type { Payload } from 'payload'
import { type Change, followChanges } from '../database/change-stream.ts'
import { quietly } from '../database/unreachable.ts'

/** What one process tells the others in one go, in its order. */
type Parcel = { _id?: ObjectId; from: string; at: Date; messages: unknown[] }

/** The way from process to process: what one says all others hear, once they can. */
export type Bus = {
  say: (message: unknown) => void
  /** Calls back for everything that others say. */
  listen: (hear: (message: unknown) => void) => void
  /** Says what is still to be said, then hears no more. */
  stop: () => Promise<void>
}

const name = 'socket-messages'
/** Old messages make room for new ones. */
const bytes = 8 * 1024 * 1024
/** How many messages go together at most, and how many wait while the database does not answer. */
const together = 200
const waiting = 10_000
const pause = 100

const exists = (error: unknown) => (error as { code?: number }).code === 48

/** The bus over a capped collection of the platform's own database; undefined on SQLite, which has one process. */
export async function socketBus(payload: Payload): Promise<Bus | undefined> {
  const { connection } = payload.db as unknown as { connection?: MongooseAdapter['connection'] }
  const { db } = connection ?? {}
  if (!connection || !db) return undefined
  const from = randomUUID()
  await db.createCollection(name, { capped: true, size: bytes }).catch((error: unknown) => exists(error) || Promise.reject(error))
  const parcels = db.collection(name) as unknown as Collection<Parcel>

  const listeners = new Set<(message: unknown) => void>()
  let last: ObjectId | undefined
  const unpack = ({ _id, from: sender, messages }: Parcel) => {
    last = _id
    if (sender !== from) for (const message of messages) for (const hear of listeners) hear(message)
  }

  // What was said while the stream was down is still there, in the order in which it came.
  const catchUp = async () => {
    const missed: Parcel[] = []
    const seen = last
    if (!seen) return
    for await (const parcel of parcels.find({}, { promoteBuffers: true }).sort({ $natural: -1 })) {
      if (parcel._id.equals(seen)) break
      missed.push(parcel)
    }
    for (const parcel of missed.reverse()) unpack(parcel)
  }

  const following = followChanges(connection.getClient() as unknown as MongoClient, db as never, {
    stages: [{ $match: { operationType: 'insert', 'ns.coll': name } }, { $project: { operationType: 1, fullDocument: 1 } }],
    opened: () => void catchUp().catch((err) => payload.logger.warn({ err }, 'Sockets may have missed hints of other processes.')),
    changed: (changes: Change[]) => {
      for (const { fullDocument } of changes) if (fullDocument) unpack(fullDocument as Parcel)
    },
    failed: quietly(
      (err) => payload.logger.warn({ err }, 'Sockets do not hear of other processes until the database is back.'),
      () => payload.logger.warn('Sockets do not hear of other processes until the database is back.'),
    ),
  })

  const queue: unknown[] = []
  let sending: Promise<void> | undefined
  let stopping = false
  const send = async () => {
    while (queue.length > 0) {
      const messages = queue.slice(0, together)
      try {
        await parcels.insertOne({ from, at: new Date(), messages }, { ignoreUndefined: true, writeConcern: { w: 1 } })
        queue.splice(0, messages.length)
      } catch (err) {
        if (stopping) return
        payload.logger.warn({ err }, 'Other processes are not told what their sockets should hear; it is tried again.')
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  }

  return {
    say: (message) => {
      if (queue.length >= waiting) queue.shift()
      queue.push(message)
      // A moment later, so that what is said at the same time goes together.
      sending ??= new Promise((resolve) => setImmediate(resolve)).then(send).finally(() => {
        sending = undefined
      })
    },
    listen: (hear) => void listeners.add(hear),
    stop: async () => {
      stopping = true
      await sending
      await following.stop()
    },
  }
}
