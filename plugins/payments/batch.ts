import type { Payload, PayloadRequest, Where } from 'payload'
import { withRequest } from '../../platform/transaction.ts'
import { noJoins } from './payment.ts'

type Batch = {
  /** The name of the job. */
  name: string
  collection: 'payments' | 'payment-events'
  where: Where
  sort: string
  most: number
}

/**
 * Does `work` for each document that is due, each on its own: one that fails does not hold up the others.
 * Answers how many were done; `work` says false when somebody else was quicker or there was nothing to do.
 */
export async function eachDue<Document>(
  payload: Payload,
  { name, collection, where, sort, most }: Batch,
  work: (req: PayloadRequest, document: Document) => Promise<boolean>,
): Promise<{ done: number }> {
  const { docs } = await withRequest(payload, name, (req) =>
    payload.db.find({ collection, req, where, sort, limit: most, pagination: false, ...noJoins }),
  )
  let done = 0
  for (const document of docs as Document[]) {
    try {
      if (await withRequest(payload, name, (req) => work(req, document))) done++
    } catch (error) {
      payload.logger.error(
        { err: error, job: name, document: (document as { id: string }).id },
        'A job could not deal with a document; it will be tried again.',
      )
    }
  }
  return { done }
}
