import { type CollectionConfig, definePlugin } from 'payload'
import type { DashboardWidget } from '../widgets.ts'
import { withCells } from './cells.ts'
import { dashboardOf } from './dashboard.ts'
import { byGroup, hiddenFromOthers } from './navigation.ts'

const shownToStaff = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: withCells(collection.fields),
  admin: { ...collection.admin, hidden: collection.admin?.hidden ?? hiddenFromOthers(collection) },
})

/** Makes the admin fit for staff: a dashboard per role, the collections that mean work for them in order, lists in words. Runs after all other plugins. */
export const adminPlugin = definePlugin({
  slug: 'admin',
  order: 1000,
  plugin: ({ config }) => ({
    ...config,
    collections: byGroup(config.collections).map(shownToStaff),
    globals: byGroup(config.globals),
    admin: { ...config.admin, dashboard: dashboardOf(config.custom?.widgets ?? ([] as DashboardWidget[])) },
  }),
})
