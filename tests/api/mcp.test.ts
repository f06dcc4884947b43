import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, client } from '../support/client.ts'
import { platform } from '../support/platform.ts'
import { buy, type Goods, stock } from '../support/shopping.ts'

const site = await platform()
const { url, as, guest } = site

let goods: Goods
let order: string

const speak = async (who: Client, method: string, params: object = {}) => {
  const { status, body } = await who.post('/mcp', { jsonrpc: '2.0', id: 1, method, params })
  expect(status).toBe(200)
  return body
}

const toolsOf = async (who: Client): Promise<string[]> =>
  (await speak(who, 'tools/list')).result.tools.map(({ name }: { name: string }) => name)

const call = async (who: Client, name: string, given: object = {}) => (await speak(who, 'tools/call', { name, arguments: given })).result

const keyFor = async (owner: Client, scopes: string[]) => {
  const { body } = await owner.post('/api-keys', { name: 'An agent', scopes })
  return client(url, { authorization: `Bearer ${body.secret}` })
}

beforeAll(async () => {
  goods = await stock(site, { title: 'Radio', price: 20_000_00, quantity: 5 })
  order = (await buy(site, goods)).id
})

describe('an agent', () => {
  test('agrees on a version, and what needs no answer gets none', async () => {
    const { result } = await speak(as('sales'), 'initialize', {
      protocolVersion: '2025-03-26',
      capabilities: {},
      clientInfo: { name: 't', version: '1' },
    })
    expect(result).toMatchObject({ protocolVersion: '2025-03-26', capabilities: { tools: {} }, serverInfo: { name: 'vior-platform' } })
    expect((await speak(as('sales'), 'initialize', { protocolVersion: '1999-01-01' })).result.protocolVersion).toBe('2025-06-18')
    const note = await as('sales').post('/mcp', { jsonrpc: '2.0', method: 'notifications/initialized' })
    expect([note.status, note.body]).toEqual([202, ''])
    expect((await speak(as('sales'), 'ping')).result).toEqual({})
    expect((await guest.get('/mcp')).status).toBe(405)
  })

  test('works for staff only', async () => {
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    expect((await guest.post('/mcp', message)).status).toBe(401)
    expect((await as('customer').post('/mcp', message)).status).toBe(403)
  })

  test('finds, gets and counts what its person may see, and nothing else', async () => {
    const delivery = as('delivery')
    const tools = await toolsOf(delivery)
    expect(tools).toEqual(expect.arrayContaining(['find_orders', 'get_orders', 'count_orders', 'find_products']))
    expect(tools.filter((name) => /audit_log|outbox|webhooks|sign_ins|payload/.test(name))).toEqual([])
    expect(await toolsOf(as('admin'))).toEqual(expect.arrayContaining(['find_audit_log']))
    const found = await call(delivery, 'find_orders', { where: { status: { equals: 'paid' } }, limit: 5, sort: '-createdAt' })
    expect(found.isError).toBe(false)
    expect(found.structuredContent.docs.map(({ id }: { id: string }) => id)).toEqual([order])
    expect(JSON.parse(found.content[0].text)).toEqual(found.structuredContent)
    expect((await call(delivery, 'get_orders', { id: order })).structuredContent.id).toBe(order)
    expect(
      (await call(delivery, 'count_orders', { where: { or: [{ status: { equals: 'paid' } }, { total: { less_than: 0 } }] } }))
        .structuredContent,
    ).toEqual({ totalDocs: 1 })
    expect((await speak(delivery, 'tools/call', { name: 'find_audit_log' })).error.code).toBe(-32602)
  })

  test('changes nothing for somebody who signed in, nor with a key that only reads', async () => {
    const reading = await keyFor(as('treasury'), ['orders:read'])
    const isRead = (name: string) => /^(find|get|count)_/.test(name)
    for (const who of [as('admin'), as('treasury'), reading]) expect((await toolsOf(who)).filter((name) => !isRead(name))).toEqual([])
    expect(await toolsOf(reading)).toEqual(expect.arrayContaining(['find_orders']))
    expect(await toolsOf(reading)).not.toContain('find_payments')
    expect((await speak(reading, 'tools/call', { name: 'orders_confirm', arguments: { id: order } })).error.code).toBe(-32602)
  })

  test('takes the steps that the scopes of its key and the role of its owner allow', async () => {
    const key = await keyFor(as('treasury'), ['orders:read', 'orders:write'])
    const tools = await toolsOf(key)
    expect(tools).toContain('orders_confirm')
    expect(tools.filter((name) => ['orders_pack', 'orders_pay'].includes(name))).toEqual([])
    expect(await call(key, 'orders_confirm', { id: order })).toMatchObject({
      isError: false,
      structuredContent: { id: order, status: 'treasury_confirmed' },
    })
    const again = await call(key, 'orders_confirm', { id: order })
    expect([again.isError, again.structuredContent.errors[0].data.code]).toEqual([true, 'ILLEGAL_TRANSITION'])
  })

  test('is told in order what is not right', async () => {
    const sales = as('sales')
    const json = { 'content-type': 'application/json' }
    expect((await sales.post('/mcp', '{bad', json)).body.errors[0].data.code).toBe('MALFORMED_JSON')
    for (const sent of [
      [],
      null,
      {},
      { jsonrpc: '1.0', id: 1, method: 'ping' },
      { jsonrpc: '2.0', id: {}, method: 'ping' },
      { jsonrpc: '2.0', id: 1, method: 'ping', params: [] },
    ])
      expect((await sales.post('/mcp', JSON.stringify(sent), json)).status, JSON.stringify(sent)).toBe(400)
    expect((await speak(sales, 'tools/destroy')).error.code).toBe(-32601)
    expect((await speak(sales, '__proto__')).error.code).toBe(-32601)
    for (const given of [{ id: '../users' }, { id: 5 }, {}])
      expect((await speak(sales, 'tools/call', { name: 'get_orders', arguments: given })).error.code).toBe(-32602)
    const wrong = await call(sales, 'find_orders', { where: { 'no.such': { equals: 1 } } })
    expect([wrong.isError, wrong.structuredContent.errors[0].data.code]).toEqual([true, 'VALIDATION'])
  })
})
