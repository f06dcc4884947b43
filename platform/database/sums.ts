import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { inArray, type SQL, sql } from '@payloadcms/db-sqlite/drizzle'
import { type BuildQueryJoinAliases, buildQuery } from '@payloadcms/drizzle'
import type { CollectionSlug, PayloadRequest, Where } from 'payload'

/** What to add up: number fields of the documents for which a condition holds, apart for each combination of values of the fields `by`. */
export type Question = { collection: CollectionSlug; req: PayloadRequest; where: Where; fields: readonly string[]; by: readonly string[] }

/** How many documents have these values of `by`, and their sums; both in the order of the fields. */
export type SumsOfOne = { by: unknown[]; count: number; numbers: number[] }

/** A database that adds up by itself. Nobody's access is asked. */
export type Summing = { addUp: (question: Question) => Promise<SumsOfOne[]> }

type Query = PromiseLike<Record<string, unknown>[]> & {
  from: (table: unknown) => Query
  where: (where: unknown) => Query
  leftJoin: (table: unknown, condition: unknown) => Query
  groupBy: (...columns: unknown[]) => Query
  $dynamic: () => Query
}

type Drizzle = { select: (fields: Record<string, unknown>) => Query }

/** Adds up on SQLite. */
export const sqliteSums = (db: SQLiteAdapter): Summing => ({
  addUp: async ({ collection, req, where: asked, fields, by }) => {
    const { flattenedFields, slug } = db.payload.collections[collection].config
    const tableName = db.tableNameMap.get(slug.replaceAll('-', '_')) ?? ''
    const table = db.tables[tableName] as unknown as { id: unknown }
    const { joins, where, orderBy } = buildQuery({
      adapter: db as never,
      fields: flattenedFields,
      locale: req.locale ?? undefined,
      sort: [...fields, ...by],
      tableName,
      where: asked,
    }) as unknown as { joins: BuildQueryJoinAliases; where: SQL; orderBy: { column: unknown }[] }
    const columnAt = (at: number) => orderBy[at]?.column
    const session = req.transactionID ? db.sessions[(await req.transactionID) as string]?.db : undefined
    const drizzle = (session ?? db.drizzle) as unknown as Drizzle
    // A document that is joined to several others counts once.
    const ids = () =>
      joins
        .reduce(
          (query, { table: other, condition }) => query.leftJoin(other, condition),
          drizzle.select({ id: table.id }).from(table).$dynamic(),
        )
        .where(where)
    // As texts, so that no digit is lost on the way.
    const sums = fields.map((_, at) => [`n${at}`, sql`CAST(SUM(${columnAt(at)}) AS TEXT)`])
    const groups = by.map((_, at) => [`by${at}`, columnAt(fields.length + at)] as const)
    const query = drizzle
      .select({ ...Object.fromEntries(sums), ...Object.fromEntries(groups), count: sql`COUNT(*)` })
      .from(table)
      .$dynamic()
      .where(joins.length > 0 ? inArray(table.id as never, ids() as never) : where)
    const rows = await (groups.length > 0 ? query.groupBy(...groups.map(([, column]) => column)) : query)
    return rows
      .filter(({ count }) => Number(count) > 0)
      .map((row) => ({
        by: by.map((_, at) => row[`by${at}`]),
        count: Number(row.count),
        numbers: fields.map((_, at) => Number(row[`n${at}`] ?? 0)),
      }))
  },
})

type Model = {
  buildQuery: (args: { payload: unknown; locale?: string; where: Where }) => Promise<Record<string, unknown>>
  aggregate: (steps: object[], options: object) => Promise<Record<string, unknown>[]>
}

/** Adds up on MongoDB. */
export const mongodbSums = (db: MongooseAdapter): Summing => ({
  addUp: async ({ collection, req, where, fields, by }) => {
    const model = db.collections[collection] as unknown as Model
    const query = await model.buildQuery({ payload: db.payload, locale: req.locale ?? undefined, where })
    const session = req.transactionID ? db.sessions[(await req.transactionID) as string] : undefined
    const sums = fields.map((path, at) => [`n${at}`, { $sum: `$${path}` }])
    const group = { _id: by.map((path) => `$${path}`), count: { $sum: 1 }, ...Object.fromEntries(sums) }
    const rows = await model.aggregate([{ $match: query }, { $group: group }], { session })
    return rows.map(({ _id, count, ...row }) => ({
      by: _id as unknown[],
      count: Number(count),
      numbers: fields.map((_, at) => Number(row[`n${at}`] ?? 0)),
    }))
  },
})
