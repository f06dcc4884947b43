import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CollectionConfig, Config } from 'payload'
import { afterAll, expect, test } from 'vitest'
import { api } from '../../platform/api.ts'
import { newId } from '../../platform/ids.ts'
import { scopesOn } from '../../platform/keys/areas.ts'
import { withRequest } from '../../platform/transaction.ts'
import { kernel } from '../support/kernel.ts'

const root = path.resolve(import.meta.dirname, '../..')
const readme = readFileSync(path.join(root, 'README.md'), 'utf8')

/** Writes down the plugin that README.md shows, as somebody would who follows it, and answers its folder. */
function written(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'vior-plugin-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  symlinkSync(path.join(root, 'platform'), path.join(folder, 'platform'))
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  const own = path.join(folder, 'plugins/vouchers')
  mkdirSync(own, { recursive: true })
  const files = [...readme.matchAll(/^```ts\n\/\/ plugins\/vouchers\/(\S+)\n([\s\S]*?)^```/gm)]
  expect(files.map(([, name]) => name)).toEqual(['states.ts', 'collection.ts', 'index.ts'])
  for (const [, name = '', text = ''] of files) writeFileSync(path.join(own, name), text)
  return own
}

const { vouchersPlugin } = (await import(path.join(written(), 'index.ts'))) as {
  vouchersPlugin: () => (config: Config) => Config | Promise<Config>
}
const { collections = [], custom } = await vouchersPlugin()({ collections: [] } as unknown as Config)
const { payload, race } = await kernel({ collections: collections as CollectionConfig[], answers: true })

const password = 'a password of my own'

const ask = async (method: string, address: string, body?: object, headers: Record<string, string> = {}) => {
  const sent = { method, headers: { 'content-type': 'application/json', ...headers }, body: body && JSON.stringify(body) }
  const response = await api(payload, new Request(`http://localhost:3000/api${address}`, sent))
  return { status: response.status, body: await response.json() }
}

test('the plugin of the readme does what it says: one of fifty simultaneous callers redeems a voucher, and nobody writes what is not theirs', async () => {
  const email = 'asha@test.test'
  const person = { id: newId(), email, password, roles: ['customer'], _verified: true }
  await withRequest(payload, 'test', (req) => payload.create({ collection: 'users', req, data: person as never }))
  const { body: signedIn } = await ask('POST', '/users/login', { email, password })
  const asha = { authorization: `JWT ${signedIn.token}` }
  const gift = { code: 'GIFT', amount: 5_000_00, currency: 'TZS' }
  const voucher = await withRequest(payload, 'test', (req) =>
    payload.create({ collection: 'vouchers' as 'users', req, data: gift as never }),
  )

  expect((await ask('POST', `/vouchers/${voucher.id}/redeem`, {})).status).toBe(401)
  expect((await ask('POST', '/vouchers', { code: 'MINE', amount: 1 }, asha)).status).toBe(403)
  expect((await ask('POST', `/vouchers/${voucher.id}/revoke`, { reason: 'x' }, asha)).status).toBe(403)
  const answers = await race(50, () => ask('POST', `/vouchers/${voucher.id}/redeem`, {}, asha))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.errors[0].data.code))).toEqual(
    new Set(['ILLEGAL_TRANSITION']),
  )
  const { body: own } = await ask('GET', `/vouchers/${voucher.id}?depth=0`, undefined, asha)
  expect(own).toMatchObject({ status: 'redeemed', redeemedBy: signedIn.user.id })
  expect((await ask('GET', `/vouchers/${voucher.id}`)).status).toBe(403)
  expect(collections.flatMap(({ slug }) => scopesOn(custom?.areas, 'collections', slug, 'read'))).toEqual(['vouchers:read'])
})
