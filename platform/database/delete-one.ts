import type { BaseDatabaseAdapter } from 'payload'

/** Lets `deleteOne` find nothing: Payload's own fails instead when the condition leads over another table and no document fits. */
export function findBeforeDelete(db: Pick<BaseDatabaseAdapter, 'deleteOne' | 'findOne'>): void {
  const deleteOne = db.deleteOne.bind(db)
  db.deleteOne = async (args) => {
    const { collection, req, where } = args
    const found = await db.findOne<{ id: string }>({ collection, req, where, select: {} })
    return found ? deleteOne({ ...args, where: { id: { equals: found.id } } }) : (null as never)
  }
}
