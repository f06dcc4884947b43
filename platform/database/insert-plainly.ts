import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { ClientSession, Document } from 'mongodb'
import { duplicateAt } from './duplicates.ts'
import type { InsertRows, Row } from './insert-rows.ts'

type Create = MongooseAdapter['create']

type Model = {
  castObject: (plain: Document) => Document
  applyDefaults: (plain: Document) => Document
  collection: { insertMany: (rows: Document[], options: { session?: ClientSession }) => Promise<unknown> }
}

const duplicateKey = 11_000

type WriteError = { code?: number; keyPattern?: Record<string, unknown> }

/** What the server said of the row that it refused. */
const duplicateOf = (error: unknown): WriteError =>
  (error as { writeErrors?: { err?: WriteError }[] }).writeErrors?.[0]?.err ?? (error as WriteError)

/** Lets the adapter write what nobody wants back as plain rows: Mongoose's documents, made for what is read and changed, cost more than the write. */
export function insertPlainly(db: MongooseAdapter): void {
  const create = db.create.bind(db) as Create
  const insertRows: InsertRows = async ({ collection, req, rows }) => {
    const model = db.collections[collection] as unknown as Model
    const at = new Date().toISOString()
    const plain = rows.map(({ id, ...row }) => model.applyDefaults(model.castObject({ createdAt: at, updatedAt: at, ...row, _id: id })))
    const session = db.sessions[String(await req?.transactionID)] as unknown as ClientSession | undefined
    try {
      await model.collection.insertMany(plain, { session })
    } catch (error) {
      const { code, keyPattern } = duplicateOf(error)
      if (code !== duplicateKey) throw error
      const [path = ''] = Object.keys(keyPattern ?? {})
      throw duplicateAt(path === '_id' ? 'id' : path, { collection, req })
    }
  }
  db.create = (async (args: Parameters<Create>[0]) => {
    const { collection, data, req, returning } = args
    if (returning !== false || !data.id) return create(args)
    await insertRows({ collection, req: req as never, rows: [data as Row] })
    return null
  }) as unknown as Create
  Object.assign(db, { insertRows })
}
