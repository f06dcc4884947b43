import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Answer, platform } from '../support/platform.ts'

const { guest, as } = await platform()

const seed = Number(process.env.FUZZ_SEED ?? 2026)
const runs = Number(process.env.FUZZ_RUNS ?? 150)
const settings = { seed, numRuns: runs, interruptAfterTimeLimit: 25_000 }

let names: { queries: string[]; mutations: string[]; fields: string[] }

beforeAll(async () => {
  await as('sales').post('/products', { title: 'Phone', slug: 'phone', price: 100_000, published: true })
  const { body } = await guest.gql(
    '{ __schema { queryType { fields { name } } mutationType { fields { name } } types { name fields { name } } } }',
  )
  const { queryType, mutationType, types } = body.data.__schema
  const named = (list: { name: string }[] | null) => (list ?? []).map(({ name }) => name)
  names = {
    queries: named(queryType.fields),
    mutations: named(mutationType.fields),
    fields: [...new Set(types.flatMap(({ fields }: { fields: { name: string }[] | null }) => named(fields)))] as string[],
  }
})

/** Whatever is asked: an answer, or a refusal with a code that blames whoever asked. */
const isFine = ({ status, body }: Answer, asked: string) => {
  expect(status, asked).toBeLessThan(500)
  for (const { extensions } of body.errors ?? []) {
    expect(extensions?.code, `${asked} → ${JSON.stringify(body.errors).slice(0, 400)}`).toMatch(/^[A-Z_]+$/)
    expect(extensions.code, asked).not.toBe('INTERNAL')
  }
}

const values = fc.oneof(
  fc.constantFrom(
    'null',
    '0',
    '-1',
    '1e400',
    '99999999999999999999',
    'true',
    '""',
    '"x"',
    '"01900000-0000-7000-8000-000000000000"',
    '[]',
    '{}',
    '[1, "a", null]',
    '{ equals: "x" }',
    '{ nope: 1 }',
    'sw',
    'NOPE',
    '$v',
  ),
  fc.string({ maxLength: 10 }).map((text) => JSON.stringify(text)),
)

const argument = fc
  .tuple(fc.constantFrom('id', 'limit', 'page', 'where', 'sort', 'locale', 'draft', 'data', 'email', 'password', 'token', 'nope'), values)
  .map(([name, value]) => `${name}: ${value}`)

const selection: (depth: number) => fc.Arbitrary<string> = (depth) =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom('', 'a: ', 'id: ', '__typename: '),
        fc.constantFrom('docs', 'totalDocs', 'id', 'title', 'category', 'variants', 'user', 'email', '__typename', '__schema', 'nope'),
        depth > 0 ? fc.option(selection(depth - 1), { nil: '' }) : fc.constant(''),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((list) => `{ ${list.map(([alias, name, below]) => `${alias}${name} ${below}`).join(' ')} }`)

const documents = fc
  .tuple(fc.boolean(), fc.nat(), fc.array(argument, { maxLength: 3 }), fc.option(selection(2), { nil: '' }))
  .map(([changes, at, args, chosen]) => {
    const list = changes ? names.mutations : names.queries
    return `${changes ? 'mutation' : 'query'} ($v: String) { x: ${list[at % list.length]}${args.length > 0 ? `(${args.join(', ')})` : ''} ${chosen} }`
  })

test('names, arguments and selections of every kind are answered or refused', async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.boolean(), async (document, signedIn) =>
      isFine(await (signedIn ? as('customer') : guest).gql(document), document),
    ),
    settings,
  )
}, 60_000)

test('well-formed questions to every list are answered, whatever the values of their variables', async () => {
  const variables = fc.dictionary(fc.constantFrom('limit', 'page', 'sort', 'where', 'id'), fc.jsonValue({ maxDepth: 3 }))
  await fc.assert(
    fc.asyncProperty(variables, async (given) => {
      const document =
        'query ($limit: Int, $page: Int, $sort: String, $where: Product_where) { Products(limit: $limit, page: $page, sort: $sort, where: $where) { totalDocs docs { id title } } }'
      isFine(await as('admin').gql(document, given as Record<string, unknown>), JSON.stringify(given))
    }),
    settings,
  )
}, 60_000)

test('every list and every single document of the schema can be asked for by an admin', async () => {
  for (const name of names.queries) {
    const asked = /^(count|docAccess|version|me|initialized)|^Access$/.test(name) ? undefined : `{ ${name}(limit: 1) { totalDocs } }`
    if (!asked) continue
    isFine(await as('admin').gql(asked), asked)
    const one = `{ ${name}(id: "01900000-0000-7000-8000-000000000000") { id } }`
    isFine(await as('admin').gql(one), one)
  }
}, 60_000)

test('depth, aliases and fragments without end are refused before they cost anything', async () => {
  const shapes = fc.record({ depth: fc.nat(400), aliases: fc.nat(400), fragments: fc.nat(60), directives: fc.nat(300) })
  await fc.assert(
    fc.asyncProperty(shapes, async ({ depth, aliases, fragments, directives }) => {
      const deep = `${'category { parent { '.repeat(depth)}id${' } }'.repeat(depth)}`
      const many = Array.from({ length: aliases }, (_, n) => `a${n}: id`).join(' ')
      const chain = Array.from({ length: fragments }, (_, n) => `fragment F${n} on Product { ...F${n + 1} ...F${n + 1} }`).join(' ')
      const marks = '@include(if: true) '.repeat(directives)
      const document = `{ Products { docs { ${deep} ${many} ...F0 id ${marks} } } } ${chain} fragment F${fragments} on Product { id }`
      isFine(await guest.gql(document), document.slice(0, 200))
    }),
    { ...settings, numRuns: Math.min(runs, 60) },
  )
}, 90_000)

test('what is no GraphQL is refused', async () => {
  const bodies = fc.oneof(
    fc.json({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 60 }).map((text) => JSON.stringify({ query: text.toWellFormed() })),
    fc.string({ maxLength: 60 }).map((text) => `{${text}}`),
  )
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => isFine(await guest.post('/graphql', body, { 'content-type': 'application/json' }), body)),
    settings,
  )
}, 60_000)
