import { expect, test } from 'vitest'
import { byGroup } from '../../platform/admin/groups.ts'
import { documentLink, filteredBy, listLink } from '../../platform/admin/links.ts'

const collection = (slug: string, group?: string) => ({ slug, admin: { group } })

test('the navigation is ordered as staff look for things, other plugins between', () => {
  const ordered = byGroup([
    collection('users', 'People'),
    collection('outbox', 'System'),
    collection('courses', 'Learning'),
    collection('payments', 'Payments'),
    collection('media', 'Content'),
    collection('orders', 'Shop'),
    collection('products', 'Shop'),
  ])
  expect(ordered.map(({ slug }) => slug)).toEqual(['orders', 'products', 'payments', 'courses', 'media', 'users', 'outbox'])
})

test('a link into a filtered list is recognised when the list is shown', () => {
  const link = new URL(listLink('orders', 'status', ['paid']), 'http://localhost')
  expect(link.pathname).toBe('/admin/collections/orders')
  expect(filteredBy('status', Object.fromEntries(link.searchParams))).toBe('paid')
  expect(filteredBy('status', {})).toBeUndefined()
})

test('several values are one filter', () => {
  const link = new URL(listLink('orders', 'status', ['packed', 'shipped']), 'http://localhost')
  expect([...link.searchParams.values()]).toEqual(['packed,shipped'])
})

test('an id cannot leave its place in the address', () => {
  expect(documentLink('orders', '../users')).toBe('/admin/collections/orders/..%2Fusers')
})
