import type { DashboardConfig, PayloadRequest, WidgetInstance } from 'payload'
import { granted } from '../access.ts'
import { isTrial, ofThisMode } from '../test-data.ts'
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

/** What a tile is told: its own properties, narrowed to what belongs to the mode where that makes a difference. */
const propsOf = ({ label, props = {}, roles, ofThisMode: narrowed }: DashboardWidget) => ({
  ...props,
  ...(narrowed && { where: props.where ? { and: [props.where, ofThisMode] } : ofThisMode, testData: isTrial }),
  label,
  roles,
})

/** A dashboard per role of the widgets that the platform and its plugins contribute. */
export const dashboardOf = (widgets: readonly DashboardWidget[]): DashboardConfig => ({
  defaultLayout: ({ req }) => layoutFor(widgets, req),
  widgets: widgets.map((widget) => ({
    slug: widget.slug,
    label: widget.label,
    minWidth: 'small',
    Component: { path: widget.component, serverProps: propsOf(widget) },
  })),
})
