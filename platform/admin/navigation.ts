import type { CollectionConfig, GlobalConfig, PayloadRequest, Where } from 'payload'

/** The groups of the navigation, in the order in which staff look for them. Groups of other plugins stand before the last three. */
const first = ['Orders', 'Catalogue', 'Stock', 'Shop', 'Money', 'Payments']
const last = ['Content', 'People', 'System']

const rank = (group: unknown): number => {
  const name = String(group)
  if (first.includes(name)) return first.indexOf(name)
  return first.length + (last.includes(name) ? 1 + last.indexOf(name) : 0)
}

/** Orders collections or globals by the group that they stand in; within a group they keep their order. */
export const byGroup = <Entity extends { admin?: { group?: unknown } }>(entities: readonly Entity[] = []): Entity[] =>
  entities.toSorted((a, b) => rank(a.admin?.group) - rank(b.admin?.group))

type Viewer = { id: number | string }

/** Whether a condition selects nothing but what belongs to the viewer. */
function isPersonal(where: Where, id: Viewer['id']): boolean {
  return Object.entries(where).every(([key, value]) => {
    if (key === 'or') return (value as Where[]).every((each) => isPersonal(each, id))
    if (key === 'and') return (value as Where[]).some((each) => isPersonal(each, id))
    return (value as { equals?: unknown }).equals === id
  })
}

type Rule = (args: { req: PayloadRequest }) => unknown

/** What an access rule answers a viewer; a rule that looks further is taken for a yes. */
const answerTo = (rule: unknown, user: Viewer | null): unknown => {
  const answer = rule ? (rule as Rule)({ req: { user, headers: new Headers() } as unknown as PayloadRequest }) : false
  return answer instanceof Promise ? true : answer
}

/**
 * Keeps a collection out of the navigation of those whom it gives no work: who may not read it, or nothing but the own documents, or who
 * only read what every visitor reads.
 */
export const hiddenFromOthers = ({ access }: Pick<CollectionConfig, 'access'>) => {
  return ({ user }: { user: Viewer | null | undefined }): boolean => {
    if (!user || !access?.read) return false
    const answer = answerTo(access.read, user)
    if (typeof answer === 'object' && answer) return isPersonal(answer as Where, user.id)
    const isPublic = answerTo(access.read, null) === true
    return !answer || (isPublic && !answerTo(access.create, user) && !answerTo(access.update, user))
  }
}

/** Keeps a global out of the navigation of those who cannot change it. */
export const hiddenFromReaders = ({ access }: Pick<GlobalConfig, 'access'>) => {
  return ({ user }: { user: Viewer | null | undefined }): boolean => Boolean(user && access?.update && !answerTo(access.update, user))
}
