import type { Access, CollectionConfig, FieldAccess, PayloadRequest, Where } from 'payload'
import { combineWhereConstraints } from 'payload/shared'
import { fail } from './errors.ts'
import type { Role } from './roles.ts'
import { hashSecret } from './secrets.ts'

/** The documents that a caller may touch; false: none. */
export type Scope = (req: PayloadRequest) => Where | false

/** Who may do it: a role, everybody, everybody signed in, nobody at all, or the documents that a scope selects. `admin` is implied, except by `nobody`. */
export type Grant = Role | 'anyone' | 'signedIn' | 'nobody' | Scope

const operations = ['create', 'read', 'readVersions', 'update', 'delete', 'unlock', 'admin'] as const

/** The operations that a table of grants speaks of. */
export type Operation = (typeof operations)[number]

/** A table of grants; what is not listed is denied. */
export type Grants = Partial<Record<Operation, readonly Grant[]>>

/** The documents whose `field` points at the signed-in user. */
export const own =
  (field: string): Scope =>
  ({ user }) =>
    user ? { [field]: { equals: user.id } } : false

/** The documents whose hashed secret is the one in the header `name`. */
export const bySecret =
  (name: string): Scope =>
  ({ headers }) => {
    const secret = headers.get(name)
    return secret ? { secretHash: { equals: hashSecret(secret) } } : false
  }

/** The documents for which `where` holds, whoever asks. */
export const matching =
  (where: Where): Scope =>
  () =>
    where

/** The documents a caller may touch by `grants`: all, none, or those a condition selects. */
export function granted(req: PayloadRequest, grants: readonly Grant[]): boolean | Where {
  if (grants.includes('nobody')) return false
  if (grants.includes('anyone')) return true
  const { user } = req
  if (user) {
    if (grants.includes('signedIn')) return true
    const held = (user as { roles?: Role[] | null }).roles ?? []
    if (held.includes('admin') || held.some((role) => grants.includes(role))) return true
  }
  const scopes = grants.filter((grant) => typeof grant === 'function').map((scope) => scope(req))
  const wheres = scopes.filter((where): where is Where => where !== false)
  if (wheres.length === 0) return false
  return wheres.length === 1 ? (wheres[0] as Where) : combineWhereConstraints(wheres, 'or')
}

const access =
  (grants: readonly Grant[]): Access =>
  ({ req }) =>
    granted(req, grants)

/** Turns a table of grants into Payload's access control; what is not listed is denied. */
export const allow = (table: Grants): CollectionConfig['access'] => ({
  ...Object.fromEntries(operations.map((operation) => [operation, access(table[operation] ?? [])])),
  // The door of the admin asks for a plain yes or no.
  admin: ({ req }) => granted(req, table.admin ?? []) === true,
  unlock: ({ req }) => granted(req, table.unlock ?? []) === true,
})

export { fixedOnceMade, serverOnly } from './server-only.ts'

/** For fields that only some callers may read. Scopes cannot be used: a field has no documents to select. */
export const visibleTo = (...grants: Exclude<Grant, Scope>[]): { read: FieldAccess } => ({
  read: ({ req }) => granted(req, grants) === true,
})

/** For fields that only some callers may write. */
export const writableBy = (...grants: Exclude<Grant, Scope>[]): { create: FieldAccess; update: FieldAccess } => {
  const may: FieldAccess = ({ req }) => granted(req, grants) === true
  return { create: may, update: may }
}

/**
 * Lets the caller through, or throws UNAUTHENTICATED, FORBIDDEN or – when a scope could select the document but does not – NOT_FOUND.
 * With scopes among the grants the document is named by `document`, so that the database can answer.
 */
export async function demand(req: PayloadRequest, grants: readonly Grant[], document?: { collection: string; id: string }): Promise<void> {
  const answer = granted(req, grants)
  if (answer === true) return
  if (answer === false || !document) return fail(req.user ? 'FORBIDDEN' : 'UNAUTHENTICATED')
  const found = await req.payload.db.count({
    collection: document.collection as 'users',
    where: { and: [{ id: { equals: document.id } }, answer] },
    req,
  })
  if (found.totalDocs === 0) return fail('NOT_FOUND')
}
