import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { ClientSession, Document } from 'mongodb'
import { duplicateAt } from './duplicates.ts'

type Create = MongooseAdapter['create']

type Model = {
  castObject: (plain: Document) => Document
  applyDefaults: (plain: Document) => Document
  collection: { insertOne: (row: Document, options: { session?: ClientSession }) => Promise<unknown> }
}

const duplicateKey = 11_000

/** Lets the adapter write what nobody wants back as a plain row: Mongoose's documents, made for what is read and changed, cost more than the write. */
export function insertPlainly(db: MongooseAdapter): void {
  const create = db.create.bind(db) as Create
  db.create = (async (args: Parameters<Create>[0]) => {
    const { collection, data, req, returning } = args
    if (returning !== false || !data.id) return create(args)
    const model = db.collections[collection] as unknown as Model
    const at = new Date().toISOString()
    const { id, ...plain }: Document = { createdAt: at, updatedAt: at, ...data }
    const row = model.applyDefaults(model.castObject({ ...plain, _id: id }))
    const session = db.sessions[String(await req?.transactionID)] as unknown as ClientSession | undefined
    try {
      await model.collection.insertOne(row, { session })
    } catch (error) {
      const { code, keyPattern } = error as { code?: number; keyPattern?: Record<string, unknown> }
      if (code !== duplicateKey) throw error
      const [path = ''] = Object.keys(keyPattern ?? {})
      throw duplicateAt(path === '_id' ? 'id' : path, args)
    }
    return null
  }) as unknown as Create
}
