import type { CollectionConfig } from 'payload'
import { allow, matching } from '../../platform/access.ts'
import { staffRoles } from '../../platform/roles.ts'

/** Visitors read what is published, staff also what is not yet; marketing writes. */
export const editorial = allow({
  create: ['marketing'],
  read: [...staffRoles, matching({ _status: { equals: 'published' } })],
  readVersions: staffRoles,
  update: ['marketing'],
  delete: ['marketing'],
})

/** Drafts beside what is published, a history, and publishing at a later time. */
export const withDrafts: CollectionConfig['versions'] = {
  maxPerDoc: 50,
  drafts: { autosave: false, schedulePublish: { timeFormat: 'HH:mm', timeIntervals: 5 } },
}
