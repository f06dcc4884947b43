import type { CollectionAfterReadHook, SanitizedConfig } from 'payload'
import { granted } from '../access.ts'
import { staffRoles } from '../roles.ts'

type Lock = { user?: { relationTo: string; value: unknown } | null }

/** Says by name who is at work on a document: many of the staff may not read the accounts of others, and would see an id. */
const nameHolder: CollectionAfterReadHook = async ({ doc, req }) => {
  const { user } = doc as Lock
  if (typeof user?.value !== 'string' || granted(req, staffRoles) !== true) return doc
  const holder = await req.payload.db.findOne<{ id: string; name?: string | null; email: string }>({
    collection: 'users',
    req,
    where: { id: { equals: user.value } },
    select: { name: true, email: true },
  })
  // What the admin shows is the e-mail address.
  return holder ? { ...doc, user: { ...user, value: { id: holder.id, email: holder.name || holder.email } } } : doc
}

/** The locks come into the configuration after all plugins. */
export function nameHolders({ collections }: SanitizedConfig): void {
  collections.find(({ slug }) => slug === 'payload-locked-documents')?.hooks.afterRead.push(nameHolder)
}
