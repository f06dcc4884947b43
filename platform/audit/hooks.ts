import { isDeepStrictEqual } from 'node:util'
import type { CollectionConfig, CollectionSlug, GlobalAfterChangeHook, GlobalBeforeChangeHook } from 'payload'
import { isSecretState } from '../secrets.ts'
import { audit } from './audit.ts'

type Document = Record<string, unknown>

/** A populated document stands for its id, so that reading deeper does not look like a change. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value ?? null
  if ('id' in value && 'createdAt' in value) return value.id
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]))
}

const changesOf = (names: readonly string[], before: Document = {}, after: Document = {}): Record<string, { from: unknown; to: unknown }> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const [from, to] = [plain(before[name]), plain(after[name])]
      return isDeepStrictEqual(from, to) ? [] : [[name, { from, to }]]
    }),
  )

const writtenByItself = ['id', 'createdAt', 'updatedAt', 'globalType']

/** Notes every change of a global, with what was and what is now. */
export const auditGlobal =
  (slug: string): GlobalAfterChangeHook =>
  async ({ doc, previousDoc, req }) => {
    const names = Object.keys({ ...previousDoc, ...doc }).filter((name) => !writtenByItself.includes(name))
    const changed = changesOf(names, previousDoc, doc)
    if (Object.keys(changed).length > 0) await audit(req, `${slug}.update`, { details: { changed } })
    return doc
  }

const isGroup = (value: unknown): value is Document => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The paths of what `next` changes; nothing and the state that was read leave a secret as it is, and so does an empty text or taking away what is not there. */
const namesChanged = (before: Document, next: Document, within = ''): string[] =>
  Object.entries(next).flatMap(([name, value]) => {
    if (writtenByItself.includes(name) || value === undefined || isSecretState(value)) return []
    const secret = before[name]
    if (isSecretState(secret) && (value === '' || (value === null && !secret.set))) return []
    if (isGroup(value)) return namesChanged(isGroup(before[name]) ? before[name] : {}, value, `${within}${name}.`)
    return isDeepStrictEqual(value || null, before[name] || null) ? [] : [`${within}${name}`]
  })

/** Notes which fields of a global are changed, never what they hold. */
export const auditNames =
  (slug: string): GlobalBeforeChangeHook =>
  async ({ data, originalDoc, req }) => {
    // Only here the new secrets are still in the data; they are encrypted next.
    const set = namesChanged(originalDoc ?? {}, data)
    if (set.length > 0) await audit(req, `${slug}.update`, { details: { set } })
    return data
  }

type Hooks = Required<Pick<NonNullable<CollectionConfig['hooks']>, 'beforeChange' | 'afterChange' | 'beforeDelete' | 'afterOperation'>>

/**
 * Notes changes of `fields` with what was and what is now, changes of `secrets` without their values, deletion, and passwords that were reset by mail.
 * What people do when they sign up by themselves is not noted.
 */
export function auditChanges(slug: string, { fields, secrets = [] }: { fields: readonly string[]; secrets?: readonly string[] }): Hooks {
  return {
    beforeChange: [
      async ({ data, originalDoc, operation, req }) => {
        // Only here the new secret is still in the data; it is hashed or encrypted next.
        const set =
          operation === 'update'
            ? secrets.filter((name) => data[name] !== undefined && !isDeepStrictEqual(data[name], originalDoc?.[name]))
            : []
        if (set.length > 0) await audit(req, `${slug}.credentials`, { collection: slug, id: originalDoc?.id, details: { set } })
        return data
      },
    ],
    afterChange: [
      async ({ doc, previousDoc, operation, req }) => {
        const changed = changesOf(fields, operation === 'create' ? {} : previousDoc, doc)
        if (Object.keys(changed).length > 0 && (operation === 'update' || req.user))
          await audit(req, `${slug}.${operation}`, { collection: slug, id: doc.id, details: { changed } })
        return doc
      },
    ],
    // Before, so that people who delete themselves are still there to be named.
    beforeDelete: [
      async ({ id, req }) => {
        const doc = (await req.payload.db.findOne({
          collection: slug as CollectionSlug,
          req,
          where: { id: { equals: id } },
        })) as Document | null
        await audit(req, `${slug}.delete`, { collection: slug, id: String(id), details: { changed: changesOf(fields, doc ?? {}, {}) } })
      },
    ],
    afterOperation: [
      async ({ operation, result, req }) => {
        const { user } = (result ?? {}) as { user?: { id?: string } }
        if (operation === 'resetPassword' && user?.id)
          await audit(req, `${slug}.credentials`, { collection: slug, id: user.id, details: { set: ['password'], by: 'reset link' } })
        return result
      },
    ],
  }
}
