import { beforeAll, expect, test } from 'vitest'
import type { Finding } from '../../collections/content/findings.ts'
import { type Platform, platform } from '../support/platform.ts'
import { made, page, post, published } from './world.ts'

let site: Platform

const found = async (): Promise<Finding[]> => (await site.as('marketing').get('/search-findings')).body.findings

const faultsAt = async (path: string) => (await found()).filter((finding) => finding.path === path).map(({ fault }) => fault)

beforeAll(async () => {
  site = await platform()
})

test('a page whose title and description fit is not listed', async () => {
  await published(site, 'pages', page('Fine', { summary: 'It says what it offers.' }))
  expect(await found()).toEqual([])
})

test('what is missing or too long is named, with what stands there', async () => {
  const title = 'A title that goes on and on until no search engine shows it whole'
  await published(site, 'pages', page(title, { slug: 'long', summary: 'x'.repeat(161) }))
  await published(site, 'pages', page('Without', { slug: 'without' }))
  expect(await faultsAt('/long')).toEqual(['title-long', 'description-long'])
  expect(await faultsAt('/without')).toEqual(['description-missing'])
  expect((await found()).find(({ fault }) => fault === 'title-long')?.text).toBe(title)
})

test('marketing mends it in fields that are its own', async () => {
  const { body } = await site.as('marketing').get('/pages?where[slug][equals]=long')
  await site.as('marketing').patch(`/pages/${body.docs[0].id}`, { seo: { title: 'Short enough', description: 'To the point.' } })
  expect(await faultsAt('/long')).toEqual([])
  const product = await made(site, 'products', { title: 'Lamp', price: 100, currency: 'TZS', published: true })
  expect(await faultsAt('/shop/lamp')).toEqual(['description-missing'])
  expect((await site.as('marketing').patch(`/products/${product.id}`, { seo: { description: 'A lamp.', noindex: false } })).status).toBe(
    200,
  )
  expect(await faultsAt('/shop/lamp')).toEqual([])
  const { body: after } = await site.as('sales').patch(`/products/${product.id}`, { seo: { title: 'Not mine to say' } })
  expect(after.doc.seo.title ?? null).toBeNull()
})

test('the same title twice is named in the language in which it stands, with the other page', async () => {
  const one = await published(site, 'posts', post('Twins'))
  await published(site, 'pages', page('twins', { slug: 'also', summary: 'Other.' }))
  const twins = (await found()).filter(({ fault }) => fault === 'title-doubled')
  expect(twins.map(({ path, others }) => [path, others])).toEqual(
    expect.arrayContaining([
      ['/blog/twins', ['/also']],
      ['/also', ['/blog/twins']],
    ]),
  )
  await site.as('marketing').patch(`/posts/${one.id}?locale=sw`, { title: 'Mapacha', excerpt: 'Fupi.', _status: 'published' })
  expect((await found()).filter(({ locale }) => locale === 'sw')).toEqual([])
})

test('what visitors do not see, or search engines shall not, is not listed', async () => {
  await made(site, 'pages', page('Draft', { slug: 'draft', _status: 'draft' }))
  await published(site, 'pages', page('Hidden', { slug: 'hidden', seo: { noindex: true } }))
  const paths = (await found()).map(({ path }) => path)
  expect(paths).not.toContain('/draft')
  expect(paths).not.toContain('/hidden')
})

test('is not for everybody', async () => {
  expect((await site.guest.get('/search-findings')).status).toBe(401)
  expect((await site.as('customer').get('/search-findings')).status).toBe(403)
  expect((await site.as('sales').get('/search-findings')).status).toBe(403)
})
