import { Ajv, type ValidateFunction } from 'ajv'
import type { Field } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { type Answer, platform } from '../support/platform.ts'

const it = await platform()
const admin = it.as('admin')

const longest = 'x'.repeat(5_000)

/** Fields that hold any text alike. */
const texts: Field['type'][] = ['text', 'textarea', 'email', 'code']

/** What no field should stumble over, whatever it holds. */
const values = [{}, [], false, 0, 1.5, 'x', 'a\u0000b', longest, [[]], [{}], ['x'], [1], { id: {} }, { relationTo: 'nope' }, { root: {} }]

type Body = Record<string, unknown>
type Place = { path: string; name: string; type: Field['type']; within: Within }
type Within = (inner: Body) => Body

const around = ({ name, within }: Place, value: unknown): Body => within({ [name]: value })

const asItIs: Within = (inner) => inner

/** Every place in a document where a value can stand: fields, and those in groups, rows and blocks. */
function places(fields: readonly Field[], within: Within = asItIs, prefix = ''): Place[] {
  return fields.flatMap((field): Place[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => {
        const { name } = tab as { name?: string }
        return name ? places(tab.fields, (inner) => within({ [name]: inner }), `${prefix}${name}.`) : places(tab.fields, within, prefix)
      })
    if (!('name' in field) || !field.name) return 'fields' in field ? places(field.fields, within, prefix) : []
    const { name } = field
    const path = prefix + name
    const own = { path, name, type: field.type, within }
    const inRow = (more: Body) => (inner: Body) => within({ [name]: [{ ...more, ...inner }] })
    if (field.type === 'group') return [own, ...places(field.fields, (inner) => within({ [name]: inner }), `${path}.`)]
    if (field.type === 'array') return [own, ...places(field.fields, inRow({}), `${path}.0.`)]
    if (field.type !== 'blocks') return [own]
    return [own, ...field.blocks.flatMap((block) => places(block.fields, inRow({ blockType: block.slug }), `${path}.0.`))]
  })
}

type Document = { slug: string; fields: Field[]; send: (body: Body) => Promise<Answer>; fits: ValidateFunction }

const documents: Document[] = []

/** What must be sent besides is another matter. */
const withoutRequired = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutRequired)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name, inner]) => name !== 'required' || !Array.isArray(inner))
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutRequired(inner)]))
}

/** A document of each collection in which staff write, as small as can be. */
async function plant(): Promise<void> {
  const make = (collection: string, data: object) =>
    it.payload.create({ collection: collection as 'users', data: data as never, draft: true })
  const title = { title: 'A', slug: 'a' }
  const category = await make('categories', title)
  const brand = await make('brands', { name: 'A', slug: 'a' })
  await make('locations', { name: 'A', code: 'A', default: true })
  const product = await make('products', { ...title, price: 100, currency: 'TZS', category: category.id, brand: brand.id })
  await make('variants', { product: product.id, sku: 'A' })
  for (const collection of ['pages', 'posts', 'post-categories']) await make(collection, title)
  await make('authors', { name: 'A', slug: 'a' })
  await make('redirects', { from: '/a', to: '/b' })
}

beforeAll(async () => {
  const { namesOf } = await import('../../platform/openapi/documents.ts')
  await plant()
  const ajv = new Ajv({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'api', components: withoutRequired((await admin.get('/openapi.json')).body.components) })
  const { collections, globals } = it.payload.config
  for (const entity of [...collections, ...globals]) {
    const fits = ajv.getSchema(`api#/components/schemas/${namesOf(entity).changes}`)
    if (!fits) continue
    const { slug, fields } = entity
    const isGlobal = globals.some((each) => each.slug === slug)
    const [document] = isGlobal ? [] : (await it.payload.find({ collection: slug as 'users', limit: 1, depth: 0 })).docs
    const send: Document['send'] = (body) => {
      if (isGlobal) return admin.post(`/globals/${slug}`, body)
      // What nobody can make is refused before it is looked for.
      return admin.patch(`/${slug}/${document?.id ?? newId()}`, body)
    }
    documents.push({ slug, fields, fits, send })
  }
}, 60_000)

const complaints = ({ body }: Answer): string[] => body.errors?.[0]?.data?.errors?.map(({ path }: { path: string }) => path) ?? []

/** Sends a value everywhere in a document where the description of the API does not let it stand, one body for what can go together. */
async function forbidden({ slug, fields, send, fits }: Document): Promise<string[]> {
  const faults: string[] = []
  for (const value of values) {
    const wrong = places(fields).filter((place) => !fits(around(place, value)))
    // What is free JSON is judged later than the rest, so that it is not named beside it.
    const alone = Map.groupBy(wrong, (place) => (place.type === 'json' ? place : place.within))
    const bodies = [...alone.values()].map((group) => ({
      paths: group.map(({ path }) => path),
      body: (group[0] as Place).within(Object.fromEntries(group.map(({ name }) => [name, value]))),
    }))
    for (const { paths, body } of bodies) {
      const answer = await send(body)
      const found = complaints(answer)
      const taken = paths.filter((path) => !found.some((each) => each === path || each.startsWith(`${path}.`)))
      if (answer.status !== 400 || taken.length > 0)
        faults.push(`${slug} ${JSON.stringify(value).slice(0, 20)} → ${answer.status}: ${taken}`)
    }
  }
  return faults
}

test('every document refuses, at its place, what the description of the API does not let it hold', { timeout: 60_000 }, async () => {
  expect(documents.length).toBeGreaterThan(15)
  expect((await Promise.all(documents.map(forbidden))).flat()).toEqual([])
})

test('no field stumbles over anything that it may hold', { timeout: 60_000 }, async () => {
  const stumbles = async ({ slug, fields, send, fits }: Document) => {
    const all = places(fields)
    const isText = ({ type }: Place) => texts.includes(type)
    const together: Body = Object.assign({}, ...all.filter(isText).map((place) => around(place, longest)))
    const single = all.flatMap((place) => {
      const bodies = values.map((value) => around(place, value))
      const fitting = isText(place) ? [] : bodies.filter((body) => fits(body))
      // What the description does not speak of is not written by callers, unless it is free JSON.
      return fitting.length < bodies.length || place.type === 'json' ? fitting : []
    })
    const faults: string[] = []
    for (const body of [together, ...single]) {
      const answer = await send(body)
      if (answer.status >= 500) faults.push(`${slug} ${JSON.stringify(body).slice(0, 60)} → ${JSON.stringify(answer.body)}`)
    }
    return faults
  }
  expect((await Promise.all(documents.map(stumbles))).flat()).toEqual([])
})
