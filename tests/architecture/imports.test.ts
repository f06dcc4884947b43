import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const ignored = /(^|\/)(node_modules|dist|\.next|\.astro|data)\//
const files = globSync('**/*.{ts,tsx,astro}', { cwd: root }).filter((file) => !ignored.test(file) && !file.endsWith('.d.ts'))

/** Where in the architecture a file stands. */
const placeOf = (file: string) => {
  const [first, second] = file.split('/')
  if (first === 'plugins') return `plugins/${second}`
  if (first === 'platform' && ['server', 'admin', 'client'].includes(second ?? '')) return `platform/${second}`
  return file.includes('/') ? (first as string) : file
}

const shared = ['plugins/treasury', 'plugins/payments', 'plugins/billing']
const beside = ['plugins/messaging', 'plugins/support', 'plugins/sync']
const types = 'payload-types.ts'

/** What each place may import besides itself; composition roots see everything. */
const allowed = (place: string): string[] | 'all' => {
  if (
    place === 'payload.config.ts' ||
    ['jobs', 'tests', 'platform/server', 'platform/admin'].includes(place) ||
    /^vitest\.config/.test(place)
  )
    return 'all'
  if (place === 'platform') return [types]
  if (place === 'collections') return ['platform', types]
  // Others copy it: it stands on nothing.
  if (place === 'platform/client') return []
  if (place === 'storefront') return ['platform/client', types]
  if (place === 'plugins/treasury') return ['platform', 'collections', types]
  if (place === 'plugins/payments' || beside.includes(place)) return ['platform', 'collections', 'plugins/treasury', types]
  if (place === 'plugins/billing') return ['platform', 'collections', 'plugins/treasury', 'plugins/payments', types]
  return ['platform', 'collections', ...shared, ...beside, types]
}

const importsOf = (file: string) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target = '']) =>
    path.join(path.dirname(file), target),
  )

test('every import follows the layers', () => {
  const wrong = files.flatMap((file) => {
    const place = placeOf(file)
    const may = allowed(place)
    if (may === 'all') return []
    return importsOf(file)
      .map((target) => ({ target, to: placeOf(target) }))
      .filter(({ to }) => to !== place && !may.includes(to))
      .map(({ target }) => `${file} imports ${target}`)
  })
  expect(wrong).toEqual([])
})

test('a plugin is imported by others through its index and its ports only', () => {
  const doors = /\/(index|payable|provider)\.ts$/
  const wrong = files.flatMap((file) => {
    const place = placeOf(file)
    return importsOf(file)
      .filter(
        (target) =>
          placeOf(target).startsWith('plugins/') &&
          placeOf(target) !== place &&
          !['tests', 'payload.config.ts', 'platform/server', 'platform/admin', 'jobs'].includes(place) &&
          !doors.test(target),
      )
      .map((target) => `${file} imports ${target}`)
  })
  expect(wrong).toEqual([])
})

test('every call of Payload on the server hands on its request', () => {
  const calls =
    /\bpayload(?:\.db)?\.(create|find|findByID|findOne|findGlobal|update|updateOne|updateMany|updateGlobal|delete|deleteOne|deleteMany|count|upsert)\(\s*\{/g
  const wrong = files
    .filter(
      (file) => /^(platform|plugins|collections|jobs)\//.test(file) && !file.startsWith('platform/admin/') && !/simulator|seed/.test(file),
    )
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8')
      return [...text.matchAll(calls)].flatMap((match) => {
        let depth = 1
        let end = match.index + match[0].length
        while (depth > 0 && end < text.length) {
          if (text[end] === '{') depth++
          if (text[end] === '}') depth--
          end++
        }
        return /\breq\b/.test(text.slice(match.index, end))
          ? []
          : [`${file}: ${text.slice(match.index, match.index + 80).replaceAll('\n', ' ')}`]
      })
    })
  expect(wrong).toEqual([])
})
