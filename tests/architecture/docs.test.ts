import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SanitizedConfig } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { environmentVariables } from '../../platform/environment-schema.ts'
import { errorTables } from '../../platform/openapi/errors.ts'
import { tablesOf } from '../../platform/server/reference/fields.ts'
import { endpointsOf, eventsOf, partsOf, pluginsOf } from '../../platform/server/reference/parts.ts'
import { machinesOf } from '../../platform/server/reference/states.ts'
import { drawingsIn, faultsOf } from './mermaid.ts'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const written = globSync('docs/*.md', { cwd: root }).sort()
const pages = [
  'README.md',
  ...globSync('plugins/*/README.md', { cwd: root }),
  ...written,
  ...globSync('docs/reference/*.md', { cwd: root }),
]

let config: SanitizedConfig

beforeAll(async () => {
  config = await (await import('../../payload.config.ts')).default
})

/** What stands beside a wrong path of a VALIDATION. */
const ofFields = ['PASSWORD_WEAK', 'UNKNOWN_FIELD', 'TOO_SMALL', 'INVALID_TYPE']

const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (page: string) => [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading))

const withoutCode = (page: string) => page.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '')

test('no link in the documentation is dead', () => {
  const dead = pages.flatMap((page) =>
    [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
      if (/^(https?|mailto):/.test(target)) return []
      const [file = '', fragment] = target.split('#')
      const found = file ? path.join(path.dirname(page), file) : page
      if (!existsSync(path.join(root, found))) return [`${page}: ${target}`]
      return fragment && !anchorsOf(read(found)).includes(fragment) ? [`${page}: ${target}`] : []
    }),
  )
  expect(dead).toEqual([])
})

test('every drawing can be read', () => {
  const drawings = pages.flatMap((page) => drawingsIn(read(page)).map((drawing) => ({ page, drawing })))
  expect(drawings.length).toBeGreaterThan(20)
  expect(drawings.flatMap(({ page, drawing }) => faultsOf(drawing).map((fault) => `${page}: ${fault}`))).toEqual([])
})

test.each([
  ['of no kind', 'drawing\n  a --> b'],
  ['that is empty', 'flowchart LR'],
  ['with an arrow to nowhere', 'flowchart LR\n  a -->'],
  ['with brackets in a bare label', 'flowchart LR\n  a[one (two)] --> b'],
  ['with a group that is not closed', 'flowchart LR\n  subgraph one\n  a --> b'],
  ['with somebody who was not introduced', 'sequenceDiagram\n  participant A\n  A->>B: hello'],
  ['with a semicolon, which ends a message', 'sequenceDiagram\n  participant A\n  A->>A: one; two'],
  ['with a choice that is not closed', 'sequenceDiagram\n  participant A\n  alt yes\n  A->>A: go'],
  ['with a half relation', 'erDiagram\n  a }o-- b : "c"'],
])('a drawing %s is refused', (_what, drawing) => {
  expect(faultsOf(drawing)).not.toEqual([])
})

describe('what pages name is in the code', () => {
  test('endpoints', () => {
    const ours = endpointsOf(config).map(({ method, path: address }) => `${method} ${address}`)
    const of = (prefix: string, endpoints: unknown) =>
      ((endpoints || []) as { method: string; path: string }[]).map(
        (each) => `${each.method.toUpperCase()} /api${prefix}${each.path === '/' ? '' : each.path}`,
      )
    const payloads = [
      ...of('', config.endpoints),
      ...config.collections.flatMap(({ slug, endpoints }) => of(`/${slug}`, endpoints)),
      ...config.globals.flatMap(({ slug, endpoints }) => of(`/globals/${slug}`, endpoints)),
    ]
    const known = [...ours, ...payloads, 'GET /api/docs', 'GET /api/graphql', 'POST /api/graphql'].map((each) =>
      each.replaceAll(/:[\w?]+/g, ':x'),
    )
    const unknown = written.flatMap((page) =>
      [...read(page).matchAll(/\b(GET|POST|PUT|PATCH|DELETE) (\/api\/[\w/:.-]*[\w])/g)].flatMap(([, method, address = '']) =>
        known.includes(`${method} ${address.replaceAll(/:\w+/g, ':x')}`) ? [] : [`${page}: ${method} ${address}`],
      ),
    )
    expect(unknown).toEqual([])
  })

  test('events, jobs and subscribers', () => {
    const { jobs, subscribers } = config.custom as Record<string, { name: string }[]>
    const known = new Set([...eventsOf(config), ...[...(jobs ?? []), ...(subscribers ?? [])].map(({ name }) => name)])
    const prefixes = new Set([...known].map((name) => name.split('.')[0]))
    const unknown = written.flatMap((page) =>
      [...read(page).matchAll(/(?<![\w/.@:-])([a-z]+(?:-[a-z]+)*)\.([a-z]+(?:[-_.][a-z]+)*)(?![\w/(])/g)].flatMap(
        ([name, prefix = '', word = '']) =>
          prefixes.has(prefix) && !known.has(name) && !/^(md|ts|astro)$/.test(word) ? [`${page}: ${name}`] : [],
      ),
    )
    expect(unknown).toEqual([])
  })

  test('states', () => {
    const machines = new Map(machinesOf(config).map(({ collection, machine }) => [collection, Object.keys(machine.states)]))
    const named = written.flatMap((page) =>
      [...read(page).matchAll(/([a-z-]+) → ([a-z_]+)/g)].map(([text, collection = '', state = '']) => ({ page, text, collection, state })),
    )
    expect(named.length).toBeGreaterThan(20)
    expect(
      named.filter(({ collection, state }) => !machines.get(collection)?.includes(state)).map(({ page, text }) => `${page}: ${text}`),
    ).toEqual([])
  })

  test('error codes and settings', () => {
    const codes = Object.values(errorTables(config)).flatMap((table) => Object.keys(table))
    const known = new Set([...codes, ...environmentVariables.map(({ name }) => name), ...ofFields, 'MONGOD_BIN', 'CHROMIUM_BIN'])
    const unknown = written.flatMap((page) =>
      [...read(page).matchAll(/\b[A-Z]{2,}(?:_[A-Z]{2,})+\b(?!_)/g)].flatMap(([name]) => (known.has(name) ? [] : [`${page}: ${name}`])),
    )
    expect(unknown).toEqual([])
  })

  test('files and folders', () => {
    const missing = written.flatMap((page) =>
      [...read(page).matchAll(/(?<!^### )`((?:platform|plugins|collections|jobs|tests|storefront|docs)\/[\w/.-]*\w)`/gm)].flatMap(
        ([, file = '']) => (existsSync(path.join(root, file)) ? [] : [`${page}: ${file}`]),
      ),
    )
    expect(missing).toEqual([])
  })
})

test('every plugin and every folder that has a part in the platform is explained', () => {
  const page = read('docs/components.md')
  const headings = new Set([...page.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name))
  expect(
    partsOf(config)
      .map(({ folder }) => folder)
      .filter((folder) => !headings.has(folder)),
  ).toEqual([])
  expect(pluginsOf(config).filter((plugin) => !read('docs/reference/integration.md').includes(`\`${plugin}\``))).toEqual([])
  const features = globSync('storefront/src/features/*', { cwd: root })
  expect(features.filter((feature) => !page.includes(`\`${feature}\``))).toEqual([])
  const sections = page.split(/^### /m).slice(1)
  const words = ['Purpose', 'Technology', 'In', 'Out', 'Growth']
  expect(
    sections.flatMap((section) =>
      words.filter((word) => !section.includes(`**${word}**`)).map((word) => `${section.split('\n')[0]}: ${word}`),
    ),
  ).toEqual([])
})

test('every plugin, provider and table is drawn', () => {
  const drawings = read('docs/reference/drawings.md')
  const providers = (config.custom.providers as { name: string }[]).map(({ name }) => name)
  const nodes = [...pluginsOf(config).map((name) => `plugin_${name}["`), ...providers.map((name) => `provider_${name}["`)]
  expect(nodes.filter((node) => !drawings.includes(node))).toEqual([])
  const tables = read('docs/reference/tables.md')
  expect(
    tablesOf(config)
      .map(({ slug }) => slug.replaceAll('-', '_'))
      .filter((name) => !tables.includes(`  ${name} {`)),
  ).toEqual([])
})

test('the growth of every table is told', () => {
  const page = read('docs/database.md')
  const told = new Set([...page.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name))
  expect(
    tablesOf(config)
      .map(({ slug }) => slug)
      .filter((slug) => !told.has(slug)),
  ).toEqual([])
})

test('every threat names a test that is there', () => {
  const rows = read('docs/security.md')
    .split('\n')
    .filter((line) => /^\| (Spoofing|Tampering|Repudiation|Information disclosure|Denial of service|Elevation of privilege) \|/.test(line))
  expect(rows.length).toBeGreaterThan(30)
  const wrong = rows.flatMap((row) => {
    const named = [...row.matchAll(/`(tests\/[\w/.-]+\.test\.ts)`(?:: “([^”]+)”)?/g)]
    if (named.length === 0) return [`names none: ${row}`]
    return named.flatMap(([, file = '', title]) =>
      existsSync(path.join(root, file)) && (!title || read(file).includes(title)) ? [] : [`${file}: ${title ?? 'is not there'}`],
    )
  })
  expect(wrong).toEqual([])
})

test('figures that components name are those that were measured', () => {
  const measured = read('docs/performance.md')
  const sentences = [...read('docs/components.md').matchAll(/Measured: (.+?) \(\[/g)].map(([, text = '']) => text)
  expect(sentences.length).toBeGreaterThan(3)
  const figures = sentences.flatMap((text) => text.match(/\d[\d,.]*\d|\d/g) ?? [])
  expect(figures.filter((figure) => !new RegExp(`(?<![\\d.,])${figure.replace('.', '\\.')}(?![\\d]|[.,]\\d)`).test(measured))).toEqual([])
})

test('every flow stands over a table of threats, and each table has every kind', () => {
  const [, threats = ''] = read('docs/security.md').split('\n## Threats\n')
  const tables = (threats.split('\n## ')[0] ?? '').split('\n### ').slice(1)
  const kinds = ['Spoofing', 'Tampering', 'Repudiation', 'Information disclosure', 'Denial of service', 'Elevation of privilege']
  expect(
    tables.flatMap((table) => kinds.filter((kind) => !table.includes(`\n| ${kind} |`)).map((kind) => `${table.split('\n')[0]}: ${kind}`)),
  ).toEqual([])
  const flows = [...read('docs/flows.md').matchAll(/^## (.+)$/gm)]
    .map(([, heading = '']) => heading)
    .filter((heading) => heading !== 'Later')
  expect(flows.length).toBeGreaterThan(5)
  expect(flows.filter((heading) => !tables.some((table) => table.includes(`(flows.md#${anchor(heading)})`)))).toEqual([])
})

test('the index names all nine parts of an architecture, each with its page', () => {
  const [, list = ''] = read('docs/architecture.md').split('## The nine parts')
  const rows = list.split('\n## ')[0]?.match(/^\| \d \| .+\]\(.+\).* \|$/gm) ?? []
  expect(rows).toHaveLength(9)
})
