import { expect, test } from 'vitest'
import { slugify } from '../../platform/slug.ts'

test.each([
  ['Tecno Spark 20, 8 GB', 'tecno-spark-20-8-gb'],
  ['  Café – Ñandú!  ', 'cafe-nandu'],
  ['--a__b--', 'a-b'],
  ['../../etc/passwd', 'etc-passwd'],
  ['!!!', ''],
])('%j becomes %j', (text, slug) => {
  expect(slugify(text)).toBe(slug)
})

test('a slug has at most 80 characters and does not end in a dash', () => {
  expect(slugify(`${'a'.repeat(79)} ${'b'.repeat(50)}`)).toBe('a'.repeat(79))
})
