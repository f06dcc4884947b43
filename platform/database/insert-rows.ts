import type { BaseDatabaseAdapter, CollectionSlug, JsonObject, PayloadRequest } from 'payload'

/** A row with everything that stands in it. */
export type Row = JsonObject & { id: string }

/** What an adapter of ours can do besides: write rows of one collection that nobody wants back. */
export type InsertRows = (args: { collection: CollectionSlug; req: PayloadRequest; rows: Row[] }) => Promise<void>

/** Lets an adapter write rows one after the other, for engines that gain nothing from more. */
export function insertOneByOne(db: BaseDatabaseAdapter): void {
  const create = db.create.bind(db)
  const insertRows: InsertRows = async ({ collection, req, rows }) => {
    for (const data of rows) await create({ collection, req, returning: false, data })
  }
  Object.assign(db, { insertRows })
}

/** Writes rows of one collection that nobody wants back, in one go where the engine can. Belongs into a transaction, or some may be there without the others. */
export const insertRows = (req: PayloadRequest, collection: CollectionSlug, rows: Row[]): Promise<void> =>
  (req.payload.db as unknown as { insertRows: InsertRows }).insertRows({ collection, req, rows })
