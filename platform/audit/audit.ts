import type { PayloadRequest } from 'payload'
import { currentCall } from '../call.ts'
import { now } from '../clock.ts'
import { newId } from '../ids.ts'
import { redacted } from './redacted.ts'

/** What was done to what. */
export type Deed = { collection?: string; id?: string; details?: Record<string, unknown> }

/** Notes that the caller did something worth remembering, in the transaction of `req`; secrets are left out. */
export async function audit(req: PayloadRequest, action: string, { collection, id, details }: Deed = {}): Promise<void> {
  const at = now().toISOString()
  const { user } = req
  const call = currentCall()
  await req.payload.db.create({
    collection: 'audit-log',
    req,
    returning: false,
    data: {
      id: newId(),
      action,
      subject: collection,
      document: id,
      ...(details && { details: redacted(details) }),
      ...(user ? { by: user.id, byName: user.email } : { byName: req.payloadAPI === 'local' ? 'platform' : 'guest' }),
      requestId: call?.requestId,
      createdAt: at,
      updatedAt: at,
    },
  })
}
