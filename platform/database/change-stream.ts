import type { Db, Document, MongoClient } from 'mongodb'

/** Something that changed, as far as the stages of the follower let it through. */
export type Change = { operationType: string; ns?: { db: string; coll?: string }; fullDocument?: Document }

/** Whoever follows the changes of a database. */
export type Follower = {
  /** Stages of an aggregation that leave out what is of no interest. */
  stages: Document[]
  /** The stream is open: everything from now on is heard of; what happened before may not have been. */
  opened: () => void
  /** These were committed, in this order. */
  changed: (changes: Change[]) => void
  /** The stream broke off; it is opened anew. */
  failed: (error: unknown) => void
}

/** A stream that is being followed. */
export type Following = {
  /** How long ago, in milliseconds, everything that had been committed was known here; infinite while the stream is down. */
  age: () => number
  stop: () => Promise<void>
}

/** How long the server holds a question open when there is nothing to tell, in milliseconds. */
const patience = 200
/** A server that has not answered for so long is asked anew, in milliseconds. */
const silence = 5_000
const pause = 250
const batchSize = 1000

type Cursor = { id: bigint; nextBatch: Change[] }

const answeredInTime = <Result>(answer: Promise<Result>): Promise<Result> => {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`MongoDB has not answered for ${silence / 1000} s.`)), silence)
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer))
}

/**
 * Follows what is committed to a database, whoever does it, until it is stopped. The driver's own change stream does not tell when it has caught up,
 * so the cursor is read here: a batch that is not full says that everything before its question is known.
 */
export function followChanges(client: MongoClient, db: Db, { stages, opened, changed, failed }: Follower): Following {
  let known = Number.NEGATIVE_INFINITY
  let stopped = false
  const stopping = Promise.withResolvers<void>()

  const read = async () => {
    const session = client.startSession()
    const ask = async (command: Document) => {
      const answer = await answeredInTime(db.command(command, { session, useBigInt64: true } as never))
      return (answer as unknown as { cursor: Cursor & { firstBatch?: Change[] } }).cursor
    }
    try {
      let { id } = await ask({ aggregate: 1, pipeline: [{ $changeStream: {} }, ...stages], cursor: { batchSize: 0 } })
      opened()
      while (!stopped && id !== 0n) {
        const asked = performance.now()
        const { id: next, nextBatch } = await ask({ getMore: id, collection: '$cmd.aggregate', batchSize, maxTimeMS: patience })
        if (stopped) return
        if (nextBatch.length > 0) changed(nextBatch)
        if (nextBatch.length < batchSize) known = asked
        id = next
      }
      if (!stopped) throw new Error('The change stream has ended.')
    } finally {
      known = Number.NEGATIVE_INFINITY
      await session.endSession().catch(() => undefined)
    }
  }

  const done = (async () => {
    while (!stopped) {
      await read().catch((error) => stopped || failed(error))
      if (!stopped) await Promise.race([stopping.promise, new Promise((resolve) => setTimeout(resolve, pause))])
    }
  })()

  return {
    age: () => performance.now() - known,
    stop: () => {
      stopped = true
      stopping.resolve()
      return done
    },
  }
}
