import type { DashboardConfig, PayloadRequest, WidgetInstance } from 'payload'
import { granted } from '../access.ts'
import type { DashboardWidget } from '../widgets.ts'

/** The list of all collections that Payload brings, which closes every dashboard. */
const collections = { widgetSlug: 'collections', width: 'full' } as const

/** The tiles that the viewer's roles get, in the order in which they were contributed, those about the machinery last. */
const layoutFor = (widgets: readonly DashboardWidget[], req: PayloadRequest): WidgetInstance[] =>
  [
    ...widgets
      .filter(({ roles }) => granted(req, roles) === true)
      .sort((one, other) => Number(one.last ?? false) - Number(other.last ?? false))
      .map(({ slug, width }) => ({ widgetSlug: slug, width })),
    collections,
  ] as WidgetInstance[]

/** A dashboard per role of the widgets that the platform and its plugins contribute. */
export const dashboardOf = (widgets: readonly DashboardWidget[]): DashboardConfig => ({
  defaultLayout: ({ req }) => layoutFor(widgets, req),
  widgets: widgets.map(({ slug, label, component, props, roles }) => ({
    slug,
    label,
    minWidth: 'small',
    Component: { path: component, serverProps: { ...props, label, roles } },
  })),
})
