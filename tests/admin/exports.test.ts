import { inflateSync } from 'node:zlib'
import { readXlsx } from 'hucre/xlsx'
import { createLocalReq, type Where } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { type Client, type Platform, platform } from '../support/platform.ts'

let it: Platform

type Row = Record<string, unknown>

const put = async (collection: string, rows: Row[]) => {
  for (const row of rows) {
    const createdAt = (row.createdAt as string | undefined) ?? new Date().toISOString()
    await it.payload.db.create({
      collection: collection as 'orders',
      returning: false,
      data: { id: newId(), createdAt, updatedAt: createdAt, ...row } as never,
    })
  }
}

const sums = { subtotal: 0, taxTotal: 0, shippingTotal: 0, total: 0 }

beforeAll(async () => {
  it = await platform()
  const customer = it.as('customer').user.id
  const other = it.as('student').user.id
  const order = (n: number, more: Row): Row => ({
    number: `V-${n}`,
    email: `buyer${n}@example.com`,
    status: 'draft',
    currency: 'TZS',
    createdAt: `2026-11-2${n}T16:30:05.000Z`,
    ...sums,
    ...more,
  })
  await put('orders', [
    order(0, { total: 1_500_050, customer, status: 'paid', phone: '+255712345678', secretHash: 'hush' }),
    order(1, { total: 250_000, customer: other, status: 'paid' }),
    order(2, { total: 1999, currency: 'USD', customer: other }),
    order(3, { total: 0, customer, shipping: { city: 'Dar, "es"\nSalaam' } }),
  ])
})

const file = async (client: Client, path: string) => {
  const answer = await fetch(`${it.url}/api${path}`, {
    headers: { authorization: `JWT ${(client as unknown as { token: string }).token}` },
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString('utf8') }
}

const columns = 'number,status,total,customer,createdAt'

test('a list is taken away as CSV, byte by byte as spreadsheets want it', async () => {
  const { status, headers, text } = await file(it.as('treasury'), `/orders/export?format=csv&columns=${columns},shipping.city&sort=number`)
  expect(status, text).toBe(200)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="orders-\d{4}-\d\d-\d\d\.csv"$/)
  expect(text).toBe(
    [
      '\ufeffNumber,Status,Total,Currency,Customer,Created At,Shipping > City',
      'V-0,Paid,15000.50,TZS,customer@test.test,2026-11-20 19:30:05,',
      'V-1,Paid,2500.00,TZS,student@test.test,2026-11-21 19:30:05,',
      'V-2,Draft,19.99,USD,student@test.test,2026-11-22 19:30:05,',
      'V-3,Draft,0.00,TZS,customer@test.test,2026-11-23 19:30:05,"Dar, ""es""\nSalaam"',
      'Total,,17500.50,TZS,,,',
      'Total,,19.99,USD,,,',
      '',
    ].join('\r\n'),
  )
})
