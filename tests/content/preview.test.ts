import { beforeAll, expect, test } from 'vitest'
import { type Platform, platform } from '../support/platform.ts'
import { made, page, post, published } from './world.ts'

let site: Platform
let draft: { id: string; slug: string }

/** The token in the address that the admin's button leads to. */
async function tokenOf(collection: 'pages' | 'posts', doc: { id: string; slug: string }) {
  const { preview } = site.payload.collections[collection].config.admin
  const address = await preview?.(doc, { locale: 'sw', req: {} as never, token: null })
  return { address, token: new URL(address ?? '', 'http://site.test').searchParams.get('preview') }
}

beforeAll(async () => {
  site = await platform()
  draft = await made(site, 'posts', post('Soon', { _status: 'draft' }))
})

test('the button of the admin leads to the page of the draft in the language that is written', async () => {
  const { address } = await tokenOf('posts', draft)
  expect(address).toMatch(/^\/sw\/blog\/soon\?preview=/)
  const home = await made(site, 'pages', page('Start', { slug: 'home', _status: 'draft' }))
  expect((await tokenOf('pages', home)).address).toMatch(/^\/sw\?preview=/)
})

test('staff who have the address read the draft, with what it points at', async () => {
  const { token } = await tokenOf('posts', draft)
  const { status, body } = await site.as('designer').get(`/posts/preview/${token}`)
  expect([status, body.title]).toEqual([200, 'Soon'])
})

test('of what is published the newest draft is shown', async () => {
  const shown = await published(site, 'pages', page('Old words'))
  await site.as('marketing').patch(`/pages/${shown.id}?draft=true`, { title: 'New words', _status: 'draft' })
  const { token } = await tokenOf('pages', shown)
  expect((await site.as('marketing').get(`/pages/preview/${token}`)).body.title).toBe('New words')
})

test('the address alone opens nothing', async () => {
  const { token } = await tokenOf('posts', draft)
  expect((await site.guest.get(`/posts/preview/${token}`)).status).toBe(401)
  expect((await site.as('customer').get(`/posts/preview/${token}`)).status).toBe(403)
})

test('nor does being staff, without an address that we made for this document', async () => {
  const { token = '' } = await tokenOf('posts', draft)
  const [id, until, signature] = token?.split('.') ?? []
  const later = String(Number(until) + 1)
  for (const wrong of [`${id}.${later}.${signature}`, `${draft.id}.${until}.${'x'.repeat(32)}`, `${id}`, 'x'])
    expect((await site.as('admin').get(`/posts/preview/${wrong}`)).status).toBe(400)
  expect((await site.as('admin').get(`/pages/preview/${token}`)).status).toBe(400)
})

test('an address ends after two hours at most', async () => {
  const { token } = await tokenOf('posts', draft)
  site.clock.advance(7_200_001)
  expect((await site.as('marketing').get(`/posts/preview/${token}`)).status).toBe(400)
  site.clock.reset()
})
