import { beforeAll, describe, expect, test } from 'vitest'
import { type Platform, platform } from '../support/platform.ts'
import { made, page, post, published } from './world.ts'

let site: Platform

beforeAll(async () => {
  site = await platform()
})

const goal = async (from: string) => (await site.guest.get(`/redirects?where[from][equals]=${from}`)).body.docs[0]?.to

const rename = (collection: string, id: string, slug: string, data = {}) =>
  site.as('marketing').patch(`/${collection}/${id}`, { slug, _status: 'published', ...data })

describe('a new address', () => {
  test('of a published post leaves a redirect at the old one', async () => {
    const { id } = await published(site, 'posts', post('First steps'))
    await rename('posts', id, 'very-first-steps')
    expect(await goal('/blog/first-steps')).toBe('/blog/very-first-steps')
  })

  test('is reached in one step however often it changed, and never leads in a circle', async () => {
    const { id } = await published(site, 'pages', page('One'))
    for (const slug of ['two', 'three', 'four']) await rename('pages', id, slug)
    expect([await goal('/one'), await goal('/two'), await goal('/three')]).toEqual(['/four', '/four', '/four'])
    await rename('pages', id, 'two')
    expect([await goal('/one'), await goal('/two'), await goal('/three'), await goal('/four')]).toEqual(['/two', undefined, '/two', '/two'])
  })

  test('of a draft changes nothing until it is published, whatever the draft was called in between', async () => {
    const { id } = await published(site, 'pages', page('Seen'))
    const draft = { ...page('Seen'), _status: 'draft' }
    await site.as('marketing').patch(`/pages/${id}?draft=true`, { ...draft, slug: 'half-way' })
    expect(await goal('/seen')).toBeUndefined()
    await site.as('marketing').patch(`/pages/${id}?draft=true`, { ...draft, slug: 'all-the-way' })
    await site.as('marketing').patch(`/pages/${id}`, { _status: 'published' })
    expect([await goal('/seen'), await goal('/half-way')]).toEqual(['/all-the-way', undefined])
  })

  test('of what nobody could see leaves nothing behind', async () => {
    const { id } = await made(site, 'pages', page('Hidden', { _status: 'draft' }))
    await rename('pages', id, 'shown')
    expect(await goal('/hidden')).toBeUndefined()
  })

  test('of a product leads on too, and the start of the site is at the root', async () => {
    const product = await made(site, 'products', { title: 'Lamp', price: 100, currency: 'TZS', published: true })
    await site.as('marketing').patch(`/products/${product.id}`, { slug: 'light' })
    expect(await goal('/shop/lamp')).toBe('/shop/light')
    const { id } = await published(site, 'pages', page('Welcome', { slug: 'start' }))
    await rename('pages', id, 'home')
    expect(await goal('/start')).toBe('/')
  })

  test('that comes back by an old version leads on as well', async () => {
    const { id } = await published(site, 'posts', post('Before'))
    await rename('posts', id, 'after')
    const versions = await site.as('marketing').get(`/posts/versions?where[version.slug][equals]=before`)
    await site.as('marketing').post(`/posts/versions/${versions.body.docs[0].id}`)
    expect((await site.guest.get(`/posts/${id}`)).body.slug).toBe('before')
    expect([await goal('/blog/before'), await goal('/blog/after')]).toEqual([undefined, '/blog/before'])
  })

  test('may not be one that leads somewhere else already', async () => {
    const { status, body } = await site.as('marketing').post('/pages', page('Cart', { slug: 'cart', _status: 'published' }))
    expect([status, body.errors[0].data.errors[0].path]).toEqual([400, 'slug'])
    const own = await published(site, 'pages', page('Checkout'))
    expect(own.slug).toBe('checkout-2')
  })
})

describe('a redirect by hand', () => {
  test('is made by marketing, not by others', async () => {
    expect((await site.as('marketing').post('/redirects', { from: '/summer/', to: 'https://example.com/summer' })).status).toBe(201)
    expect(await goal('/summer')).toBe('https://example.com/summer')
    expect((await site.as('sales').post('/redirects', { from: '/winter', to: '/' })).status).toBe(403)
  })

  test.each([
    ['from', { from: 'no-slash', to: '/' }],
    ['from', { from: '//evil.example', to: '/' }],
    ['from', { from: '/with?query', to: '/' }],
    ['to', { from: '/x', to: 'javascript:alert(1)' }],
    ['to', { from: '/x', to: '//evil.example' }],
    ['to', { from: '/x', to: '/x' }],
  ])('is refused with a wrong %s: %j', async (path, data) => {
    const { status, body } = await site.as('marketing').post('/redirects', data)
    expect([status, body.errors[0].data.errors[0].path]).toEqual([400, path])
  })

  test('is refused when it leads in a circle', async () => {
    await site.as('marketing').post('/redirects', { from: '/a', to: '/b' })
    await site.as('marketing').post('/redirects', { from: '/b', to: '/c' })
    const { status, body } = await site.as('marketing').post('/redirects', { from: '/c', to: '/a' })
    expect([status, body.errors[0].data.errors[0].code]).toEqual([400, 'CIRCLE'])
  })
})
