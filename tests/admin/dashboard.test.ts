import type { PayloadRequest, WidgetInstance } from 'payload'
import { expect, test } from 'vitest'
import type { Role } from '../../platform/roles.ts'
import type { DashboardWidget } from '../../platform/widgets.ts'

Object.assign(process.env, { MODE: 'sandbox', PAYLOAD_SECRET: 'a secret for tests only, 0123456789abcdef' })
const { dashboardOf } = await import('../../platform/admin/dashboard.ts')

const widget = (slug: string, roles: Role[]): DashboardWidget => ({
  slug,
  label: slug,
  component: `/${slug}.tsx#${slug}`,
  width: 'medium',
  roles,
})

const widgets = [
  { ...widget('faults', ['developer']), last: true },
  widget('money', ['treasury']),
  widget('parcels', ['delivery', 'treasury']),
]
const dashboard = dashboardOf(widgets)

const layoutOf = async (...roles: Role[]) => {
  const layout = dashboard.defaultLayout
  const items: WidgetInstance[] =
    typeof layout === 'function' ? await layout({ req: { user: { roles } } as unknown as PayloadRequest }) : []
  return items.map(({ widgetSlug }) => widgetSlug as string)
}

test('each role finds its own widgets, and the collections below', async () => {
  expect(await layoutOf('treasury')).toEqual(['money', 'parcels', 'collections'])
  expect(await layoutOf('delivery')).toEqual(['parcels', 'collections'])
  expect(await layoutOf('designer')).toEqual(['collections'])
  expect(await layoutOf('admin')).toEqual(['money', 'parcels', 'faults', 'collections'])
})

test('a widget of what has test data counts that of the mode, and says so', () => {
  const { widgets } = dashboardOf([
    { ...widget('money', ['treasury']), ofThisMode: true, props: { where: { status: { equals: 'paid' } } } },
    widget('parcels', ['delivery']),
  ])
  const props = widgets.map(({ Component }) => (Component as { serverProps: object }).serverProps)
  expect(props[0]).toMatchObject({ where: { and: [{ status: { equals: 'paid' } }, { test: { equals: true } }] }, testData: true })
  expect(props[1]).not.toHaveProperty('where')
})

test('a widget knows who may see it, also when somebody else adds it to the own dashboard', () => {
  expect(dashboard.widgets[1]?.Component).toMatchObject({ path: '/money.tsx#money', serverProps: { roles: ['treasury'] } })
})
