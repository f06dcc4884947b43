import type { PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { combineWhereConstraints, mergeListSearchAndWhere } from 'payload/shared'
import { type List, pageSize } from './rows.ts'

/** What is asked of a list. */
export type Asked = { where?: Where; search?: string; sort?: string; draft?: boolean; fallbackLocale?: string }

/** A list as the admin shows it for a question: with what its search means, and without what the admin leaves out. `req.query` must hold the question. */
export async function listOf(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { where = {}, search = '', sort, draft, fallbackLocale }: Asked,
): Promise<List> {
  const base = await (collection.admin.baseFilter ?? collection.admin.baseListFilter)?.({ req, limit: pageSize, page: 1, sort: sort ?? '' })
  // A copy, because the search is added within.
  const asked = structuredClone(combineWhereConstraints([where, ...(base ? [base] : [])]))
  return { collection, where: mergeListSearchAndWhere({ collectionConfig: collection, search, where: asked }), sort, draft, fallbackLocale }
}
