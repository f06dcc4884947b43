import type { MongooseAdapter } from '@payloadcms/db-mongodb'

type Plugin = Parameters<MongooseAdapter['connection']['plugin']>[0]

// By type, so that a query for a value still finds the index. Texts, ids and selects are strings.
const anything: Record<string, unknown> = {
  Number: { $gte: Number.NEGATIVE_INFINITY },
  Date: { $gte: new Date(-8.64e15) },
  ObjectId: { $type: 'objectId' },
}

/**
 * A mongoose plugin: a unique field that need not be filled in is unique among the documents that have a value, as it is in SQL.
 * The sparse index that Payload would make counts two nulls as duplicates.
 */
export const partialUniques: Plugin = (schema) => {
  schema.eachPath((path, type) => {
    const { unique, sparse } = type.options
    if (!unique || !sparse) return
    type.index(false)
    delete type.options.sparse
    schema.index({ [path]: 1 }, { unique: true, partialFilterExpression: { [path]: anything[type.instance] ?? { $gt: '' } } })
  })
}
