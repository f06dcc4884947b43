import { type CollectionConfig, definePlugin, type GlobalConfig } from 'payload'
import type { DashboardWidget } from '../widgets.ts'
import { withCells } from './cells.ts'
import { dashboardOf } from './dashboard.ts'
import { nameHolders } from './locks.ts'
import { byGroup, hiddenFromOthers, hiddenFromReaders } from './navigation.ts'
import { apiTab } from './tabs.ts'
import { wording } from './wording.ts'

const shownToStaff = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: withCells(collection.fields),
  admin: {
    ...collection.admin,
    hidden: collection.admin?.hidden ?? hiddenFromOthers(collection),
    components: apiTab(collection.admin?.components),
  },
})

const globalForStaff = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  fields: withCells(global.fields),
  admin: { ...global.admin, hidden: global.admin?.hidden ?? hiddenFromReaders(global), components: apiTab(global.admin?.components) },
})

/** Makes the admin fit for staff: a dashboard per role, the collections that mean work for them in order, lists in words. Runs after all other plugins. */
export const adminPlugin = definePlugin({
  slug: 'admin',
  order: 1000,
  plugin: ({ config }) => ({
    ...config,
    i18n: { ...config.i18n, ...wording },
    collections: byGroup(config.collections).map(shownToStaff),
    globals: byGroup(config.globals).map(globalForStaff),
    onInit: async (payload) => {
      nameHolders(payload.config)
      await config.onInit?.(payload)
    },
    admin: { ...config.admin, dashboard: dashboardOf(config.custom?.widgets ?? ([] as DashboardWidget[])) },
  }),
})
