import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { platformErrors } from '../../platform/errors.ts'
import { dictionaries, translator } from '../../storefront/src/i18n/index.ts'

const root = path.resolve(import.meta.dirname, '../..')
const { en, ...others } = dictionaries
const keys = Object.keys(en)

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

/** Texts that are the same in every language, because they hold no words. */
const wordless = (text: string) => !/\p{L}/u.test(text.replace(/\{\w+\}/g, ''))

describe.each(Object.entries(others))('the dictionary of %s', (_language, dictionary: Record<string, string>) => {
  test('has exactly the keys of the English one', () => {
    expect(Object.keys(dictionary).sort()).toEqual([...keys].sort())
  })

  test('fills in the same values in every text', () => {
    const wrong = Object.entries(en).filter(([key, text]) => namesIn(text).join() !== namesIn(dictionary[key] ?? '').join())
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  test('leaves nothing in English and nothing empty', () => {
    const left = Object.entries(en).filter(([key, text]) => dictionary[key]?.trim() === '' || (dictionary[key] === text && !wordless(text)))
    expect(left.map(([key]) => key)).toEqual([])
  })
})

/** The tables of errors: what the platform declares, and what `errors({ … })` or `…Errors = { … }` declare elsewhere. */
async function declaredCodes(): Promise<string[]> {
  const files = globSync(['{platform,plugins,collections,jobs}/**/*.ts'], { cwd: root })
  const tables = files.flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/(?:errors\(\{|Errors = \{)([^}]*)\}/g)].map(([, table = '']) => table),
  )
  return tables.flatMap((table) => [...table.matchAll(/^\s*([A-Z][A-Z_]+): \[\d{3},/gm)].map(([, code = '']) => code))
}

test('every error that the API declares is said in every language', async () => {
  const codes = [...new Set([...Object.keys(platformErrors), ...(await declaredCodes())])]
  expect(codes.length).toBeGreaterThan(40)
  expect(codes.filter((code) => !(`errors.${code}` in en))).toEqual([])
})

test('every error that is translated is one that the API declares', async () => {
  const codes = new Set([...Object.keys(platformErrors), ...(await declaredCodes()), 'UNEXPECTED'])
  const stale = keys.filter((key) => key.startsWith('errors.') && !codes.has(key.slice('errors.'.length)))
  expect(stale).toEqual([])
})

test('every text is used somewhere', () => {
  const files = globSync('storefront/src/**/*.{astro,ts}', { cwd: root })
  const code = files.map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n')
  // A key is written out, or begun and completed by a value: `errors.${code}`.
  const begun = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, start = '']) => start)
  const unused = keys.filter((key) => {
    const base = key.replace(/\.(one|other)$/, '')
    return !code.includes(`'${base}'`) && !begun.some((start) => base.startsWith(start))
  })
  expect(unused).toEqual([])
})

describe('a text', () => {
  test('is chosen by count and says the number as the language writes it', () => {
    const t = translator('en')
    expect(t('shop.count', { count: 1 })).toBe('1 product')
    expect(t('shop.count', { count: 12_500 })).toBe('12,500 products')
    expect(translator('sw')('cart.left', { count: 1 })).toBe('Imebaki 1 tu.')
  })

  test('is filled in once, whatever the values hold', () => {
    expect(translator('en')('cart.addedItem', { title: '{count} $& <b>' })).toBe('{count} $& <b> is in your cart.')
  })
})
