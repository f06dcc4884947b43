import { expect, test } from 'vitest'
import { platform } from '../support/platform.ts'

const { url, as, guest } = await platform()

test('the process says that it lives and that it is ready', async () => {
  expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'ok' })
  const ready = await fetch(`${url}/health/ready`)
  expect(ready.status).toBe(200)
  expect(await ready.json()).toEqual({ status: 'ok', checks: { database: 'ok', migrations: 'ok' } })
})

test('somebody who is signed in is known, a guest is not', async () => {
  const treasury = as('treasury')
  expect((await treasury.get('/users/me')).body.user.id).toBe(treasury.user.id)
  expect((await guest.get('/users/me')).body.user).toBe(null)
})
