import { beforeAll, describe, expect, test } from 'vitest'
import { type Platform, platform } from '../support/platform.ts'
import { lexical, made, page, post, published } from './world.ts'

let site: Platform
let draft: { id: string; slug: string }
let shown: { id: string; slug: string }

const secret = 'Nobody knows yet'

beforeAll(async () => {
  site = await platform()
  draft = await made(site, 'posts', post(secret, { _status: 'draft' }))
  shown = await published(site, 'posts', post('Known to all'))
  // What is published has a newer draft.
  await site.as('marketing').patch(`/posts/${shown.id}?draft=true`, { title: secret, _status: 'draft' })
})

/** Whether an answer gives anything of a draft away. */
const leaks = (body: unknown) => JSON.stringify(body).includes(secret)

describe.each(['guest', 'customer', 'supplier'] as const)('to a %s a draft', (who) => {
  const asked = () => (who === 'guest' ? site.guest : site.as(who))

  test.each([
    ['a list', '/posts'],
    ['a list of drafts', '/posts?draft=true'],
    ['a list that asks for drafts', '/posts?where[_status][equals]=draft&draft=true'],
    ['a list by its title', `/posts?where[title][equals]=${secret}`],
    ['a list by its title among drafts', `/posts?draft=true&where[title][equals]=${secret}`],
    ['a list in every language', '/posts?locale=all&draft=true'],
    ['a list with either', `/posts?draft=true&where[or][0][_status][equals]=draft&where[or][1][title][like]=Nobody`],
  ])('is not in %s', async (_, path) => {
    const { status, body } = await asked().get(path)
    expect(status).toBe(200)
    expect(leaks(body)).toBe(false)
    expect(body.docs.map(({ id }: { id: string }) => id)).not.toContain(draft.id)
  })

  test('is not found by its id, nor is the newer draft of what is published', async () => {
    for (const query of ['', '?draft=true']) {
      expect((await asked().get(`/posts/${draft.id}${query}`)).status).toBe(404)
      const { status, body } = await asked().get(`/posts/${shown.id}${query}`)
      expect([status, body.title]).toEqual([200, 'Known to all'])
    }
  })

  test('is not counted', async () => {
    expect((await asked().get('/posts/count?where[_status][equals]=draft')).body.totalDocs).toBe(0)
    expect((await asked().get(`/posts/count?where[title][equals]=${secret}`)).body.totalDocs).toBe(0)
  })

  test('shows in no version', async () => {
    for (const path of ['/posts/versions', `/posts/versions?where[parent][equals]=${shown.id}`]) {
      const { status, body } = await asked().get(path)
      expect([401, 403]).toContain(status)
      expect(leaks(body)).toBe(false)
    }
  })

  test('is not given by GraphQL', async () => {
    const { body } = await asked().gql(
      `{ Posts(draft: true) { totalDocs docs { id title } } Post(id: "${shown.id}", draft: true) { title } countPosts { totalDocs } }`,
    )
    expect(leaks(body)).toBe(false)
    expect(body.data.Posts.docs.map(({ id }: { id: string }) => id)).not.toContain(draft.id)
    const versions = await asked().gql('{ versionsPosts { docs { version { title } } } }')
    expect(leaks(versions.body)).toBe(false)
    const single = await asked().gql(`{ Post(id: "${draft.id}", draft: true) { title } }`)
    expect(single.body.data?.Post ?? null).toBeNull()
  })

  test('is not found through what points at it', async () => {
    const link = {
      type: 'link',
      version: 3,
      id: '1',
      format: '',
      indent: 0,
      direction: 'ltr',
      children: [{ type: 'text', text: 'see', detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
      fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'posts', value: draft.id } },
    }
    const body = lexical('x')
    body.root.children[0]?.children.push(link as never)
    const { id } = await published(site, 'pages', page(`Links for a ${who}`, { blocks: [{ blockType: 'text', body }] }))
    for (const depth of [0, 1, 2, 3]) expect(leaks((await asked().get(`/pages/${id}?depth=${depth}&draft=true`)).body)).toBe(false)
  })

  test('can be written by nobody of them', async () => {
    expect([401, 403]).toContain((await asked().patch(`/posts/${draft.id}`, { _status: 'published' })).status)
    expect([401, 403]).toContain((await asked().post('/posts', post('Mine', { _status: 'draft' }))).status)
    expect([401, 403]).toContain((await asked().post(`/posts/${shown.id}/duplicate`)).status)
  })
})

test('staff see drafts and versions, and only marketing writes', async () => {
  const { body } = await site.as('support').get(`/posts/${shown.id}?draft=true`)
  expect(body.title).toBe(secret)
  expect((await site.as('support').get('/posts/versions')).status).toBe(200)
  expect((await site.as('support').patch(`/posts/${shown.id}`, { title: 'Mine' })).status).toBe(403)
})

test('what is taken back is gone at once', async () => {
  const { id } = await published(site, 'posts', post('For a day'))
  expect((await site.guest.get(`/posts/${id}`)).status).toBe(200)
  await site.as('marketing').patch(`/posts/${id}`, { _status: 'draft' })
  expect((await site.guest.get(`/posts/${id}`)).status).toBe(404)
  expect((await site.guest.get(`/posts/${id}?draft=true`)).status).toBe(404)
})

test('a post gets its date when it is published, and keeps it', async () => {
  const { id, publishedAt } = await made(site, 'posts', post('Dated', { _status: 'draft' }))
  expect(publishedAt ?? null).toBeNull()
  const first = (await site.as('marketing').patch(`/posts/${id}`, { _status: 'published' })).body.doc.publishedAt
  expect(Date.parse(first)).toBeGreaterThan(Date.now() - 60_000)
  const second = (await site.as('marketing').patch(`/posts/${id}`, { title: 'Dated again' })).body.doc.publishedAt
  expect(second).toBe(first)
})
