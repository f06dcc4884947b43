import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { password, platform } from '../support/platform.ts'

const { url, as } = await platform()

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/api.md'), 'utf8')

const examples = [...page.matchAll(/^```http\n([\s\S]*?)^```\n```json (\d+)\n([\s\S]*?)^```/gm)].map(
  ([, request = '', status, answer = '']) => ({
    request,
    status: Number(status),
    answer: JSON.parse(answer) as unknown,
  }),
)

/** What `<name>` stands for. */
const values: Record<string, string> = { password }

beforeAll(async () => {
  const sales = as('sales')
  const { body: location } = await as('admin').post('/locations', { name: 'Shop', code: 'SHOP', default: true, pickup: true })
  const { body: product } = await sales.post('/products', { title: 'Phone', slug: 'phone', price: 100_000, published: true })
  const { body: variant } = await sales.post('/variants', { product: product.doc.id, sku: 'PHN-1', title: 'black' })
  await sales.post('/products', { title: 'Other phone', slug: 'other-phone', price: 200_000, published: true })
  const level = (await sales.get(`/stock-levels?where[variant][equals]=${variant.doc.id}`)).body.docs[0].id
  await sales.post(`/stock-levels/${level}/receive`, { quantity: 5, reason: 'delivery' })
  Object.assign(values, { email: as('customer').user.email, variant: variant.doc.id, location: location.doc.id })
})

const filled = (text: string) => text.replaceAll(/<(\w+)>/g, (whole, name: string) => values[name] ?? whole)

async function ask(request: string): Promise<{ status: number; body: unknown }> {
  const [head = '', body] = filled(request).split(/\n\n/)
  const [first = '', ...headers] = head.trim().split('\n')
  const [method = '', address = ''] = first.split(' ')
  const response = await fetch(url + address, {
    method,
    headers: headers.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    body,
  })
  return { status: response.status, body: await response.json() }
}

/** Where an answer differs from the one on the page, which shows a part; a name that is new gets its value. */
function differences(shown: unknown, got: unknown, at = ''): string[] {
  if (shown === '…') return got === undefined || got === null ? [`${at} is missing`] : []
  const name = typeof shown === 'string' ? /^<(\w+)>$/.exec(shown)?.[1] : undefined
  if (name && values[name] === undefined) {
    if (typeof got !== 'string') return [`${at} is no text`]
    values[name] = got
    return []
  }
  if (typeof shown === 'string') return filled(shown) === got ? [] : [`${at} is ${JSON.stringify(got)}`]
  if (typeof shown !== 'object' || shown === null) return shown === got ? [] : [`${at} is ${JSON.stringify(got)}`]
  if (Array.isArray(shown) && (!Array.isArray(got) || got.length !== shown.length)) return [`${at} is ${JSON.stringify(got)}`]
  return Object.entries(shown).flatMap(([key, value]) =>
    differences(value, (got as Record<string, unknown> | undefined)?.[key], `${at}.${key}`),
  )
}

test('the examples of the documentation are answered as it says', async () => {
  expect(examples.length).toBeGreaterThan(10)
  expect(page.match(/^```http/gm)).toHaveLength(examples.length)
  for (const { request, status, answer } of examples) {
    const got = await ask(request)
    expect({ request, status: got.status, differences: differences(answer, got.body) }, JSON.stringify(got.body)).toEqual({
      request,
      status,
      differences: [],
    })
  }
})

test('the limits are those of the code', async () => {
  const { rules } = await import('../../platform/server/limit-rules.ts')
  const span = (seconds: number) => (seconds === 3600 ? 'an hour' : seconds === 60 ? 'a minute' : `in ${seconds / 60} minutes`)
  const [, table = ''] = page.split('\n## Limits\n')
  for (const [limit, list] of Object.entries(rules))
    for (const { points, seconds } of list) expect(table, limit).toContain(`${points} ${span(seconds)}`)
})
