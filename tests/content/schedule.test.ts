import { beforeAll, expect, test } from 'vitest'
import { type Platform, platform } from '../support/platform.ts'
import { made, post, published } from './world.ts'

let site: Platform

beforeAll(async () => {
  site = await platform()
})

/** What the admin's dialog does when an editor chooses a time. */
const schedule = (id: string, type: 'publish' | 'unpublish', waitUntil: Date, user = site.as('marketing').user.id) =>
  site.payload.jobs.queue({
    task: 'schedulePublish',
    input: { type, doc: { relationTo: 'posts', value: id }, user: { relationTo: 'users', value: user } },
    waitUntil,
  } as never)

const status = async (id: string) => (await site.guest.get(`/posts/${id}`)).status

const soon = () => new Date(Date.now() - 1000)

test('what is due is published, also for those who had just seen that it was not there', async () => {
  const { id } = await made(site, 'posts', post('At noon', { _status: 'draft' }))
  await schedule(id, 'publish', soon())
  expect(await status(id)).toBe(404)
  expect(await site.job('content.publish-scheduled')).toEqual({ done: 1 })
  expect(await status(id)).toBe(200)
  expect(await site.job('content.publish-scheduled')).toEqual({ done: 0 })
})

test('what is not due waits', async () => {
  const { id } = await made(site, 'posts', post('Tomorrow', { _status: 'draft' }))
  await schedule(id, 'publish', new Date(Date.now() + 3_600_000))
  await site.job('content.publish-scheduled')
  expect(await status(id)).toBe(404)
})

test('what was published is taken back at its time', async () => {
  const { id } = await published(site, 'posts', post('For a week'))
  await schedule(id, 'unpublish', soon())
  expect(await status(id)).toBe(200)
  await site.job('content.publish-scheduled')
  expect(await status(id)).toBe(404)
})

test('who may not publish cannot do so later either, and the job says that it failed', async () => {
  const { id } = await made(site, 'posts', post('Not mine', { _status: 'draft' }))
  await schedule(id, 'publish', soon(), site.as('support').user.id)
  await expect(site.job('content.publish-scheduled')).rejects.toThrow('1 of 1 scheduled publications failed.')
  expect(await status(id)).toBe(404)
  expect(await site.job('content.publish-scheduled')).toEqual({ done: 0 })
})

test('what a process that died was about to publish is taken up again', async () => {
  const { id } = await made(site, 'posts', post('Half done', { _status: 'draft' }))
  const { id: job } = (await schedule(id, 'publish', soon())) as { id: string }
  const long = new Date(Date.now() - 3_600_000).toISOString()
  await site.payload.db.updateOne({ collection: 'payload-jobs', id: job, data: { processing: true, updatedAt: long } })
  await site.job('content.publish-scheduled')
  expect(await status(id)).toBe(200)
})

test('the queue can be run, read and written by nobody from outside', async () => {
  for (const role of ['admin', 'marketing'] as const) {
    expect((await site.as(role).get('/payload-jobs/run')).status).toBe(401)
    expect((await site.as(role).get('/payload-jobs')).status).toBe(403)
    expect((await site.as(role).post('/payload-jobs', { taskSlug: 'schedulePublish' })).status).toBe(403)
  }
})
