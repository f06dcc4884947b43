import { expect, test } from 'vitest'
import { platform } from '../support/platform.ts'

const { url, payload } = await platform()

const get = async (path: string, accept = 'application/json') => {
  const response = await fetch(`${url}/sandbox${path}`, { headers: { accept } })
  return { status: response.status, body: await response.json() }
}

test('scripts see an empty phone and read the mailbox', async () => {
  expect(await get('/phone?phone=0712345678')).toEqual({ status: 200, body: [] })
  const { mailing } = await import('../../platform/mail/transport.ts')
  const { transport } = await mailing(payload)
  await transport.send({ id: 'one', from: 'a@test.test', to: 'b@test.test', subject: 'Karibu', text: 'Hello', html: '<p>Hello</p>' })
  const { body } = await get('/mail?to=b@test.test', '*/*')
  expect(body).toMatchObject([{ subject: 'Karibu', to: 'b@test.test' }])
  expect((await get('/mail?to=c@test.test')).body).toEqual([])
})

test('a prompt that no phone shows cannot be answered', async () => {
  const response = await fetch(`${url}/sandbox/phone/PV-NOPE`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"action":"approve"}',
  })
  expect(response.status).toBe(404)
  expect((await response.json()).errors[0].data.code).toBe('NOT_FOUND')
})

test('visitors who want a page are left to the storefront', async () => {
  const { status } = await get('/phone', 'text/html,application/xhtml+xml')
  expect(status).toBe(404)
})
