import { forgetSpam } from '../collections/contact/retention.ts'
import { publishScheduled } from '../collections/content/publish-scheduled.ts'
import { forgetKeys } from '../platform/idempotency/retention.ts'
import type { Job } from '../platform/job.ts'
import { forgetBodies } from '../platform/mail/retention.ts'
import { deliverMessage, deliverOutbox } from '../platform/outbox/deliver.ts'
import { forgetDelivered } from '../platform/outbox/retention.ts'

/** What the platform itself does again and again. */
export const platformJobs: Job[] = [
  { name: 'outbox.deliver', every: '10 seconds', run: deliverOutbox, forOne: deliverMessage },
  { name: 'outbox.forget-delivered', every: '10 minutes', alias: 'cleanup_expired_data', run: forgetDelivered },
  { name: 'mails.forget-bodies', every: '10 minutes', alias: 'cleanup_expired_data', run: forgetBodies },
  { name: 'idempotency-keys.forget', every: '10 minutes', alias: 'cleanup_expired_data', run: forgetKeys },
  { name: 'content.publish-scheduled', every: '30 seconds', run: publishScheduled },
  { name: 'contact-messages.forget-spam', every: '1 hour', alias: 'cleanup_expired_data', run: forgetSpam },
]
