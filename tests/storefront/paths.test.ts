import { describe, expect, test } from 'vitest'
import { localized, pathsFor, safeReturn, splitLocale } from '../../storefront/src/lib/paths.ts'

describe('an address', () => {
  test('carries its language in front, English none', () => {
    expect(pathsFor('en').product('spark 20')).toBe('/shop/spark%2020')
    expect(pathsFor('sw').product('spark')).toBe('/sw/shop/spark')
    expect(pathsFor('sn').home()).toBe('/sn')
    expect(pathsFor('nd').shop({ q: 'a b', category: '', page: 2 })).toBe('/nd/shop?q=a+b&page=2')
  })

  test('is taken apart into language and page, and put together again', () => {
    expect(splitLocale('/sw/shop/x')).toEqual({ locale: 'sw', path: '/shop/x' })
    expect(splitLocale('/sw')).toEqual({ locale: 'sw', path: '/' })
    expect(splitLocale('/shop')).toEqual({ locale: 'en', path: '/shop' })
    expect(splitLocale('/swahili')).toEqual({ locale: 'en', path: '/swahili' })
    for (const path of ['/shop/', '/shop//', '/sw/shop/', '/nd/shop//']) expect(splitLocale(path).path, path).toBe('/shop')
    for (const path of ['/', '//', '', '/sw/', '/sw']) expect(splitLocale(path).path, path).toBe('/')
    for (const path of ['/', '/shop', '/orders/1/pay']) expect(splitLocale(localized('nd', path))).toEqual({ locale: 'nd', path })
  })
})

describe('the way back', () => {
  test('stays on this site', () => {
    expect(safeReturn('/checkout?x=1', '/')).toBe('/checkout?x=1')
    for (const foreign of [
      'https://evil.test/',
      '//evil.test',
      '/\\evil.test',
      '/\t/evil.test',
      'javascript:alert(1)',
      '',
      undefined,
      '/..//evil.test',
    ])
      expect(safeReturn(foreign, '/account')).toBe('/account')
  })
})
