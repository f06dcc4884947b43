import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { password, platform } from '../support/platform.ts'

const { url, as } = await platform()

const root = path.resolve(import.meta.dirname, '../..')
const page = readFileSync(path.join(root, 'docs/api.md'), 'utf8')

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

test('the programs of the documentation compile and run, with nothing but a copy of the client', async () => {
  const { body: key } = await as('sales').post('/api-keys', { name: 'Example', scopes: ['stock:read', 'stock:write'] })
  const programs = [...page.matchAll(/^```ts\n(import [\s\S]*?)^```/gm)].map(([, text = '']) =>
    text.replace(/https?:\/\/(shop\.example\.com|localhost:3000)/, url).replace('vior_…', key.secret),
  )
  expect(programs).toHaveLength(2)
  const folder = mkdtempSync(path.join(tmpdir(), 'vior-client-'))
  const names = programs.map((text, at) => {
    const known = `const email = ${JSON.stringify(values.email)}\nconst password = 'wrong'\n`
    writeFileSync(path.join(folder, `${at}.ts`), text.includes('email') ? known + text : text)
    return `${at}.ts`
  })
  cpSync(path.join(root, 'platform/client'), path.join(folder, 'client'), { recursive: true })
  // Its last lines are for programs that have Payload.
  const types = readFileSync(path.join(root, 'payload-types.ts'), 'utf8')
  writeFileSync(path.join(folder, 'payload-types.ts'), types.slice(0, types.indexOf('declare module')))
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  const here = (file: string, ...args: string[]) => promisify(execFile)(file, args, { cwd: folder })

  const said = []
  for (const name of names) said.push((await here(process.execPath, name)).stdout)
  expect(said).toEqual([expect.stringMatching(/^PHN-1: \d+ left\n$/), 'INVALID_CREDENTIALS\n'])

  const options = '--noEmit --strict --skipLibCheck --target ES2024 --lib ESNext,DOM --module NodeNext --allowImportingTsExtensions'
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = await here(process.execPath, compiler, ...options.split(' '), ...names).catch((error) => error as { stdout: string })
  expect(stdout).toBe('')
  rmSync(folder, { recursive: true })
})

test('the limits are those of the code', async () => {
  const { rules } = await import('../../platform/server/limit-rules.ts')
  const span = (seconds: number) => (seconds === 3600 ? 'an hour' : seconds === 60 ? 'a minute' : `in ${seconds / 60} minutes`)
  const [, table = ''] = page.split('\n## Limits\n')
  for (const [limit, list] of Object.entries(rules))
    for (const { points, seconds } of list) expect(table, limit).toContain(`${points} ${span(seconds)}`)
})
