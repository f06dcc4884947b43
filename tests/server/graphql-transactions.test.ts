import type { CollectionConfig } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import { kernel } from '../support/kernel.ts'

const access = { create: () => true, read: () => true, update: () => true, delete: () => true }

/** The name of a collection that only this file has. */
const slug = (name: string) => name as 'users'

const shelves: CollectionConfig = {
  slug: 'shelves',
  access,
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'name', type: 'text' },
  ],
}

/** Looks its shelf up while it is written, and may think better of it afterwards. */
const books: CollectionConfig = {
  slug: 'books',
  access,
  hooks: {
    afterChange: [
      async ({ doc, req }) => {
        await req.payload.findByID({ collection: slug('books'), id: doc.id, depth: 1, req })
        if (doc.title === 'Regretted') throw new Error('On second thoughts.')
      },
    ],
  },
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'title', type: 'text' },
    { name: 'shelf', type: 'relationship', relationTo: slug('shelves') },
  ],
}

const { payload } = await kernel({ collections: [shelves, books], answers: true })
const { graphql } = await import('../../platform/server/graphql.ts')

const answer = graphql(payload, async () => undefined)

const ask = async (query: string) => {
  const request = new Request('http://here.test/api/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return (await answer(request)).json()
}

const create = (id: string, title: string) =>
  `${id}: createBook(data: { id: "${id}", title: "${title}", shelf: "top" }) { id shelf { name } }`

const titles = async () =>
  (await payload.find({ collection: slug('books'), depth: 0, sort: 'id' })).docs.map((doc) => (doc as unknown as { title: string }).title)

beforeAll(async () => {
  await payload.create({ collection: slug('shelves'), data: { id: 'top', name: 'Top' } as never })
})

test('each mutation of a document has a transaction of its own: one that fails leaves nothing, whatever came before it', async () => {
  const { data, errors } = await ask(`mutation { ${create('one', 'First')} ${create('two', 'Regretted')} ${create('three', 'Third')} }`)
  expect(data).toMatchObject({ one: { id: 'one', shelf: { name: 'Top' } }, two: null, three: { id: 'three' } })
  expect(errors).toHaveLength(1)
  expect(await titles()).toEqual(['First', 'Third'])
})
