import { expect, test } from 'vitest'
import { isReadable, mayKeep } from '../../storefront/src/lib/offline.ts'
import { savesData } from '../../storefront/src/lib/saver.ts'

const readable = (path: string) => isReadable(new URL(path, 'https://example.com'))

test('only pages that are for everybody are kept on a device', () => {
  const open = ['/', '/sw', '/shop', '/shop?q=lamp', '/sn/shop/lamp', '/blog/a-post', '/nd/about', '/search?q=x']
  expect(open.filter((path) => !readable(path))).toEqual([])
  const closed = [
    ...['/cart', '/sw/cart', '/checkout', '/orders/1', '/orders/1/pay', '/account', '/nd/account/orders', '/sign-in', '/sign-out'],
    ...['/reset-password?token=1', '/verify-email', '/forgot-password', '/theme', '/data-saver', '/offline'],
    ...[
      '/api/products',
      '/api/orders/1',
      '/admin',
      '/admin/collections/x',
      '/sandbox',
      '/sw/sandbox',
      '/files/1/a',
      '/metrics',
      '/health/live',
    ],
    ...['/about?preview=secret', '/manifest.webmanifest', '/blog/rss.xml', '/sitemap.xml'],
  ]
  expect(closed.filter(readable)).toEqual([])
})

test('only whole answers that are for everybody are kept on a device', () => {
  const answer = (status: number, headers: Record<string, string> = {}, redirected = false) => ({
    status,
    headers: new Headers(headers),
    redirected,
  })
  expect(mayKeep(answer(200, { 'cache-control': 'private, no-cache' }))).toBe(true)
  expect(mayKeep(answer(200, { 'cache-control': 'no-store' }))).toBe(false)
  expect(mayKeep(answer(200, {}, true))).toBe(false)
  for (const status of [206, 301, 404, 500]) expect(mayKeep(answer(status))).toBe(false)
})

test('the choice that a visitor made here counts more than the wish of the browser', () => {
  const saves = (cookie: string | undefined, wish?: string) =>
    savesData({ get: () => (cookie ? { value: cookie } : undefined) } as never, new Headers(wish ? { 'save-data': wish } : {}))
  expect([
    saves(undefined),
    saves(undefined, 'on'),
    saves('on'),
    saves('off', 'on'),
    saves('nonsense', 'on'),
    saves(undefined, 'off'),
  ]).toEqual([false, true, true, false, true, false])
})
