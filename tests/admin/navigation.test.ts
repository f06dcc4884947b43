import type { Access, Where } from 'payload'
import { expect, test } from 'vitest'
import { documentLink, filteredBy, listLink } from '../../platform/admin/links.ts'
import { byGroup, hiddenFromOthers, hiddenFromReaders } from '../../platform/admin/navigation.ts'
import { hiddenExceptFrom } from '../../platform/roles.ts'

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

test('a collection stands in the navigation of those for whom it means work', () => {
  const readableBy = (read: Access) => hiddenFromOthers({ access: { read } })
  const user = { id: 'me' }
  const [mine, also, cash]: Where[] = [{ customer: { equals: 'me' } }, { owner: { equals: 'me' } }, { provider: { equals: 'cash' } }]
  const forStaff: Access = ({ req }) => Boolean(req.user)
  expect(readableBy(forStaff)({ user })).toBe(false)
  expect(readableBy(() => false)({ user })).toBe(true)
  expect(readableBy(() => mine as Where)({ user })).toBe(true)
  expect(readableBy(() => ({ or: [mine, also] as Where[] }))({ user })).toBe(true)
  expect(readableBy(() => ({ or: [mine, cash] as Where[] }))({ user })).toBe(false)
  expect(readableBy(() => ({ and: [mine, cash] as Where[] }))({ user })).toBe(true)
})

test('what every visitor reads stands in the navigation of those who write it', () => {
  const [everybody, me]: Access[] = [() => true, ({ req }) => req.user?.id === 'me']
  const hidden = hiddenFromOthers({ access: { read: everybody, create: () => false, update: me } })
  expect([hidden({ user: { id: 'me' } }), hidden({ user: { id: 'other' } })]).toEqual([false, true])
  const settings = hiddenFromReaders({ access: { read: everybody, update: me } })
  expect([settings({ user: { id: 'me' } }), settings({ user: { id: 'other' } })]).toEqual([false, true])
})

test('what everybody may read stands in the navigation of those who work with it', () => {
  const hidden = (...roles: string[]) => hiddenExceptFrom('treasury')({ user: { roles } })
  expect([hidden('treasury'), hidden('admin'), hidden('delivery', 'treasury')]).toEqual([false, false, false])
  expect([hidden('delivery'), hidden(), hiddenExceptFrom('treasury')({ user: null })]).toEqual([true, true, true])
})
