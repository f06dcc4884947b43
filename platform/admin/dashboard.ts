import { type CollectionConfig, definePlugin, type PayloadRequest, type WidgetInstance } from 'payload'
import { granted } from '../access.ts'
import type { DashboardWidget } from '../widgets.ts'
import { byGroup } from './groups.ts'
import { hiddenFromOthers } from './visibility.ts'

/** The list of all collections that Payload brings, which closes every dashboard. */
const collections = { widgetSlug: 'collections', width: 'full' } as const

/** The tiles that the viewer's roles get, in the order in which they were contributed. */
const layoutFor = (widgets: readonly DashboardWidget[], req: PayloadRequest): WidgetInstance[] =>
  [
    ...widgets.filter(({ roles }) => granted(req, roles) === true).map(({ slug, width }) => ({ widgetSlug: slug, width })),
    collections,
  ] as WidgetInstance[]

const shownForWork = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  admin: { ...collection.admin, hidden: collection.admin?.hidden ?? hiddenFromOthers(collection) },
})

/** Makes a dashboard per role of the widgets that the platform and its plugins contribute, and shows everybody the collections that mean work for them, in order. Runs after all other plugins. */
export const dashboardPlugin = definePlugin({
  slug: 'dashboard',
  order: 1000,
  plugin: ({ config }) => {
    const widgets = (config.custom?.widgets ?? []) as DashboardWidget[]
    return {
      ...config,
      collections: byGroup(config.collections).map(shownForWork),
      globals: byGroup(config.globals),
      admin: {
        ...config.admin,
        dashboard: {
          defaultLayout: ({ req }) => layoutFor(widgets, req),
          widgets: widgets.map(({ slug, label, component, props, roles }) => ({
            slug,
            label,
            minWidth: 'small',
            Component: { path: component, serverProps: { ...props, label, roles } },
          })),
        },
      },
    }
  },
})
