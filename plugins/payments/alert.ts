import type { PayloadRequest } from 'payload'
import { audit } from '../../platform/audit/audit.ts'
import { emit } from '../../platform/outbox/emit.ts'
import type { Settlement } from './settle.ts'

/** Tells staff that a provider's message is not as it should be. */
export async function alert(req: PayloadRequest, id: string, { verdict, note, payment }: Settlement): Promise<void> {
  const details = { verdict, note: note ?? null, payment: payment ?? null }
  await audit(req, 'payments.alert', { collection: 'payment-events', id, details })
  await emit(req, 'payments.alert', { id, ...details })
}
