import { isTrial } from '../../../test-data.ts'
import type { DataMigration } from '../../migrate.ts'

/** Says of payments and orders from before there was the difference whether they are for trying out: they are what the mode is that finds them. */
export const up: DataMigration = async ({ collections, db }, req) => {
  for (const collection of ['payments', 'orders'] as const)
    if (collections[collection])
      await db.updateMany({ collection, req, where: { id: { exists: true } }, data: { test: isTrial }, returning: false })
}
