import type { GraphQLInputType } from 'graphql'
import { type CollectionSlug, formatNames, type SanitizedCollectionConfig, toWords } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { roleNames } from '../../platform/roles.ts'
import { accessMatrix } from '../../platform/server/reference/access.ts'
import { type Shop, shop } from '../shop/world.ts'
import type { Answer, Client } from '../support/platform.ts'

type Row = Awaited<ReturnType<typeof accessMatrix>>[number]
type Caller = (typeof roleNames)[number] | 'guest'

const unknown = '01900000-0000-7000-8000-000000000000'

/** What the rows of the matrix were worked out with, so that conditions by secrets select nothing instead of refusing. */
const secrets = { 'x-order-secret': 's', 'x-cart-secret': 's' }

let it: Shop
let rows: Row[]
let callers: Caller[]

beforeAll(async () => {
  it = await shop()
  rows = await accessMatrix(it.payload.config)
  const likes = Map.groupBy([...roleNames, 'guest'] as Caller[], (caller) => rows.map(({ answers }) => answers[caller]).join())
  // Of callers who may do exactly the same one stands for all.
  callers = [...likes.values()].map(([first]) => first as Caller)
})

const client = (caller: Caller): Client => (caller === 'guest' ? it.guest : it.as(caller))

const isGlobal = ({ name }: Row) => it.payload.config.globals.some(({ slug }) => slug === name)

const collectionOf = ({ name }: Row): SanitizedCollectionConfig => it.payload.collections[name as CollectionSlug].config

/** Some collections answer at their own address in their own way. */
const isOwn = (row: Row, method: string) =>
  !isGlobal(row) && (collectionOf(row).endpoints || []).some((each) => each.method === method && each.path === '/')

const restOf: Record<string, [method: string, query: string, body?: object]> = {
  read: ['GET', '?limit=1&depth=0'],
  create: ['POST', '', {}],
  update: ['PATCH', `?where[id][equals]=${unknown}`, {}],
  delete: ['DELETE', `?where[id][equals]=${unknown}`],
}

/** What GraphQL calls a collection. */
function namesOf({ slug, graphQL }: SanitizedCollectionConfig) {
  const own = graphQL || undefined
  const from = formatNames(slug)
  const singular = own?.singularName ? toWords(own.singularName, true) : from.singular
  const plural = own?.pluralName ? toWords(own.pluralName, true) : from.plural
  return { singular, plural: singular === plural ? `all${singular}` : plural }
}

const isRefused = ({ status }: Answer) => status === 401 || status === 403

const expected = (caller: Caller) =>
  rows.map(({ name, operation, answers }) => `${operation} ${name}: ${answers[caller] === '–' ? 'no' : 'yes'}`)

describe('who may do what is as the table says', () => {
  test('over REST', async () => {
    for (const caller of callers) {
      const found = await Promise.all(
        rows.map(async (row) => {
          const { name, operation, answers } = row
          const [method, query, body] = restOf[operation] as (typeof restOf)[string]
          const said = `${operation} ${name}: `
          if (isOwn(row, method.toLowerCase())) return `${said}${answers[caller] === '–' ? 'no' : 'yes'}`
          const answer = isGlobal(row)
            ? await client(caller).ask(operation === 'read' ? 'GET' : 'POST', `/globals/${name}`, operation === 'read' ? undefined : {})
            : await client(caller).ask(method, `/${name}${query}`, body, secrets)
          expect(answer.status, `${caller} ${said}${JSON.stringify(answer.body)}`).toBeLessThan(500)
          return `${said}${isRefused(answer) ? 'no' : 'yes'}`
        }),
      )
      expect(found, caller).toEqual(expected(caller))
    }
  }, 60_000)

  test('over GraphQL', async () => {
    const { buildSchema } = await import('../../platform/server/graphql-schema.ts')
    const mutations =
      buildSchema(it.payload, async () => undefined)
        .schema.getMutationType()
        ?.getFields() ?? {}
    const inputOf = (row: Row) =>
      mutations[`create${namesOf(collectionOf(row)).singular}`]?.args.find(({ name }) => name === 'data')?.type as GraphQLInputType
    // By their shapes: tests and server may have loaded the library of these types twice.
    // Times are texts to these types, but not to their fields.
    const filled = (type: GraphQLInputType, name = ''): unknown => {
      if (`${type}`.endsWith('!') && 'ofType' in type) return filled(type.ofType, name)
      if ('ofType' in type) return []
      if ('getValues' in type) return type.getValues()[0]?.name
      if ('getFields' in type)
        return Object.fromEntries(
          Object.values(type.getFields()).flatMap(({ name, type }) => (`${type}`.endsWith('!') ? [[name, filled(type, name)]] : [])),
        )
      const simple = { Float: 1, Int: 1, Boolean: true, JSON: 'x', EmailAddress: 'x@test.test', DateTime: '2026-01-01T00:00:00.000Z' }
      return simple[type.name as keyof typeof simple] ?? (/At$|From$/.test(name) ? simple.DateTime : 'x')
    }
    const isAsked = (row: Row) => !isGlobal(row) && collectionOf(row).graphQL !== false
    const asked = rows.filter(isAsked)
    const fieldOf = (row: Row, at: number): string => {
      const { singular, plural } = namesOf(collectionOf(row))
      if (row.operation === 'read') return `r${at}: ${plural}(limit: 1) { totalDocs }`
      if (row.operation === 'create') return `r${at}: create${singular}(data: $d${at}) { id }`
      if (row.operation === 'update') return `r${at}: update${singular}(id: "${unknown}", data: {}) { id }`
      return `r${at}: delete${singular}(id: "${unknown}") { id }`
    }
    for (const caller of callers) {
      const codes = new Map<string, string>()
      const ask = async (kind: string, part: { row: Row; at: number }[]) => {
        const made = kind === 'create' ? part.map(({ row, at }) => ({ at, type: inputOf(row) })) : []
        const declared = made.length > 0 ? `(${made.map(({ at, type }) => `$d${at}: ${type}`).join(', ')})` : ''
        const document = `${kind === 'read' ? 'query' : 'mutation'}${declared} { ${part.map(({ row, at }) => fieldOf(row, at)).join(' ')} }`
        const variables = Object.fromEntries(made.map(({ at, type }) => [`d${at}`, filled(type)]))
        const answer = await client(caller).ask('POST', '/graphql', { query: document, variables }, secrets)
        expect(answer.body.errors?.some(({ path }: { path?: unknown }) => !path) ?? false, JSON.stringify(answer.body)).toBe(false)
        for (const { path, extensions } of answer.body.errors ?? []) codes.set(path[0], extensions.code)
      }
      const numbered = asked.map((row, at) => ({ row, at }))
      for (const [kind, those] of Map.groupBy(numbered, ({ row }) => row.operation))
        for (let at = 0; at < those.length; at += 15) await ask(kind, those.slice(at, at + 15))
      const found = numbered.map(({ row: { name, operation, answers }, at }) => {
        const code = codes.get(`r${at}`) ?? 'none'
        // One document that a condition may select: that it is not there and that it may not be touched look alike.
        const some = answers[caller] === 'some' && (operation === 'update' || operation === 'delete')
        // What only the server writes is required by the schema, and refused before anybody looks at the caller.
        if (code === 'FIELD_READ_ONLY') return `${operation} ${name}: ${answers[caller] === '–' ? 'no' : 'yes'}`
        return `${operation} ${name}: ${!some && ['FORBIDDEN', 'UNAUTHENTICATED'].includes(code) ? 'no' : 'yes'}`
      })
      const wanted = expected(caller).filter((_, at) => isAsked(rows[at] as Row))
      expect(found, caller).toEqual(wanted)
    }
  }, 60_000)
})

test('what belongs to one person is found by no other, by whatever id, depth, count or search', async () => {
  const owner = it.as('customer')
  const order = await it.order(await it.goods(5), 1, {}, owner)
  await it.open(order)
  await owner.post('/api-keys', { name: 'mine', scopes: ['orders:read'] })
  await owner.post('/carts')
  await it.job('outbox.deliver')
  const theirs: { slug: string; id: string }[] = []
  for (const { slug, access } of it.payload.config.collections) {
    const others = await access.read({ req: { payload: it.payload, headers: new Headers(), user: it.as('student').user } as never })
    if (others === true) continue
    const { docs } = await it.payload.find({ collection: slug, pagination: false, depth: 0, joins: false as never, showHiddenFields: true })
    for (const doc of docs)
      if (JSON.stringify(doc).includes(owner.user.id) || JSON.stringify(doc).includes(order.id)) theirs.push({ slug, id: doc.id })
  }
  const kinds = [...new Set(theirs.map(({ slug }) => slug))]
  expect(kinds).toEqual(expect.arrayContaining(['users', 'orders', 'payments', 'api-keys', 'reservations', 'transitions', 'outbox']))

  for (const other of [it.as('student'), it.guest])
    for (const { slug, id } of theirs) {
      for (const depth of [0, 1, 2, 3])
        expect([slug, (await other.get(`/${slug}/${id}?depth=${depth}`)).status]).toEqual([slug, expect.toBeOneOf([403, 404])])
      const count = await other.get(`/${slug}/count?where[id][equals]=${id}`)
      const list = await other.get(`/${slug}?where[id][equals]=${id}`)
      expect([slug, count.status === 200 ? count.body.totalDocs : 0, list.status === 200 ? list.body.docs : []]).toEqual([slug, 0, []])
      const { singular } = namesOf(it.payload.collections[slug as CollectionSlug].config)
      const { body } = await other.gql(`{ ${singular}(id: "${id}") { id } }`)
      expect([slug, body.data?.[singular] ?? null]).toEqual([slug, null])
    }
  const everything = await Promise.all(
    ['/search?q=V-', '/transaction-log', `/v1/orders/${order.id}`, '/v1/orders', '/v1/payments', '/notifications/inbox'].map((path) =>
      it.as('student').get(path),
    ),
  )
  expect(JSON.stringify(everything.map(({ body }) => body))).not.toContain(order.id)
})
