import type { CollectionConfig, PayloadRequest, Where } from 'payload'

type Viewer = { id: number | string }

/** Whether a condition selects nothing but what belongs to the viewer. */
function isPersonal(where: Where, id: Viewer['id']): boolean {
  return Object.entries(where).every(([key, value]) => {
    if (key === 'or') return (value as Where[]).every((each) => isPersonal(each, id))
    if (key === 'and') return (value as Where[]).some((each) => isPersonal(each, id))
    return (value as { equals?: unknown }).equals === id
  })
}

/** Keeps a collection out of the navigation of those whom it gives no work: who may not read it, or nothing but the own documents. */
export const hiddenFromOthers = ({ access }: Pick<CollectionConfig, 'access'>) => {
  return ({ user }: { user: Viewer | null | undefined }): boolean => {
    if (!user || !access?.read) return false
    const answer = access.read({ req: { user, headers: new Headers() } as unknown as PayloadRequest })
    if (answer instanceof Promise) return false
    return typeof answer === 'object' ? isPersonal(answer, user.id) : !answer
  }
}
