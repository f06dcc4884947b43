import { inflateSync } from 'node:zlib'
import { readXlsx } from 'hucre/xlsx'
import { createLocalReq, type Where } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { page } from '../content/world.ts'
import { type Client, platform } from '../support/platform.ts'
import { stock } from '../support/shopping.ts'

const it = await platform()
const { newId } = await import('../../platform/ids.ts')
const { csvCell } = await import('../../platform/exports/csv.ts')
const { columnsFor } = await import('../../platform/exports/columns.ts')
const { listOf } = await import('../../platform/exports/list.ts')
const { sumsOf, totalCell } = await import('../../platform/exports/totals.ts')
const { pageSize } = await import('../../platform/exports/rows.ts')

type Row = Record<string, unknown>

const put = async (collection: string, rows: Row[]) => {
  for (const row of rows) {
    const createdAt = (row.createdAt as string | undefined) ?? new Date().toISOString()
    const data = { id: newId(), createdAt, updatedAt: createdAt, ...row }
    await it.payload.db.create({ collection: collection as 'orders', returning: false, data: data as never })
  }
}

const order = (number: string, more: Row): Row => ({
  number,
  email: `${number.toLowerCase()}@example.com`,
  status: 'draft',
  currency: 'TZS',
  test: true,
  subtotal: 0,
  taxTotal: 0,
  shippingTotal: 0,
  total: 0,
  ...more,
})

beforeAll(async () => {
  const customer = it.as('customer').user.id
  const other = it.as('student').user.id
  const at = (day: number) => `2026-11-2${day}T16:30:05.000Z`
  await put('orders', [
    order('V-0', { total: 1_500_050, customer, status: 'paid', phone: '+255712345678', secretHash: 'hush', createdAt: at(0) }),
    order('V-1', { total: 250_000, customer: other, status: 'paid', createdAt: at(1) }),
    order('V-2', { total: 1999, currency: 'USD', customer: other, createdAt: at(2) }),
    order('V-3', { customer, shipping: { city: 'Dar, "es"\nSalaam' }, createdAt: at(3) }),
    order('REAL', { total: 77_700, test: false, createdAt: at(4) }),
  ])
})

type As = Client & { token?: string }

const file = async (client: As, path: string) => {
  const answer = await fetch(`${it.url}/api${path}`, { headers: client.token ? { authorization: `JWT ${client.token}` } : {} })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString('utf8') }
}

const lines = async (client: As, path: string) => (await file(client, path)).text.replace('\ufeff', '').trimEnd().split('\r\n')

const columns = 'number,status,total,customer,createdAt'
const newest = async () => (await it.as('admin').get('/audit-log?sort=-createdAt&limit=1&depth=0')).body.docs[0]

describe('CSV', () => {
  test('has the bytes that spreadsheets want', async () => {
    const path = `/orders/export?format=csv&columns=${columns},shipping.city&sort=number`
    const { status, headers, text } = await file(it.as('treasury'), path)
    expect(status, text).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="orders-\d{4}-\d\d-\d\d\.csv"$/)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(text).toBe(
      [
        '\ufeffNumber,Status,Total,Currency,Customer,Created,Shipping > City',
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

  test('makes texts of formulas wherever they stand, and leaves numbers alone', async () => {
    const dangerous = ['=1+1', '+255', '-5', '@SUM(A1)', '\tx', '\rx', '  =1', '\n=1', '＝1']
    for (const text of dangerous) expect(csvCell(text).replace(/^"/, ''), JSON.stringify(text)).toMatch(/^'/)
    expect(csvCell('=HYPERLINK("http://x";"y"),1')).toBe(`"'=HYPERLINK(""http://x"";""y""),1"`)
    for (const text of ['a=1', '5-4', 'x@y.z', 'Malaika’s Ŵ']) expect(csvCell(text)).toBe(text)
    expect([csvCell(-5), csvCell({ amount: -150_050, currency: 'TZS' }), csvCell(null)]).toEqual(['-5', '-1500.50', ''])

    await put('brands', [{ name: '=cmd|x', slug: '-first' }])
    expect(await lines(it.as('sales'), '/brands/export?format=csv&columns=name,slug')).toEqual(['Name,Slug', "'=cmd|x,'-first"])
    const { variant, level } = await stock(it, { title: 'Lamp', price: 1000, quantity: 10 })
    const { location } = (await it.as('sales').get(`/stock-levels/${level}?depth=0`)).body
    await put('stock-moves', [{ variant, location, kind: 'damage', quantity: -3, reason: '-3' }])
    expect(
      await lines(it.as('sales'), '/stock-moves/export?format=csv&columns=variant,location,kind,quantity,reason&sort=quantity'),
    ).toEqual([
      'Variant,Location,Kind,Quantity,Reason',
      "LAMP,Main shop,Damaged,-3,'-3",
      'LAMP,Main shop,Received,10,First delivery',
      'Total,,,7,',
    ])
  })

  test('of nothing is its heads', async () => {
    const path = `/orders/export?format=csv&columns=number,total&where[number][equals]=none`
    expect(await lines(it.as('treasury'), path)).toEqual(['Number,Total,Currency'])
  })

  test('has the columns of the list when none are named, and is narrowed by filter and search as the list is', async () => {
    const [heads, ...rows] = await lines(it.as('treasury'), '/orders/export?format=csv&search=v-&where[status][equals]=paid')
    expect(heads).toBe('Number,Status,Total,Currency,Email,Phone,Created')
    expect(rows.map((row) => row.split(',')[0])).toEqual(['V-1', 'V-0', 'Total'])
    expect(rows[1]).toContain("'+255712345678")
    const real = await lines(it.as('treasury'), '/orders/export?format=csv&columns=number&where[test][equals]=false')
    expect(real).toEqual(['Number', 'REAL'])
  })
})

test('a workbook holds numbers, amounts and moments as what they are, and formulas as texts', async () => {
  await put('brands', [{ name: '=1+1', slug: 'sum' }])
  const texts = await file(it.as('sales'), '/brands/export?format=xlsx&columns=name&where[slug][equals]=sum')
  expect(texts.headers.get('content-type')).toContain('spreadsheetml')
  expect((await readXlsx(texts.bytes)).sheets[0]?.rows).toEqual([['Name'], ['=1+1']])
  const { bytes } = await file(it.as('treasury'), `/orders/export?format=xlsx&columns=${columns}&sort=number`)
  const [sheet] = (await readXlsx(bytes)).sheets
  expect(sheet?.name).toBe('Orders')
  expect(sheet?.rows.slice(0, 2)).toEqual([
    ['Number', 'Status', 'Total', 'Currency', 'Customer', 'Created'],
    ['V-0', 'Paid', 15_000.5, 'TZS', 'customer@test.test', new Date('2026-11-20T19:30:05.000Z')],
  ])
  expect(sheet?.rows.slice(-2).map((row) => [row[0], row[2], row[3]])).toEqual([
    ['Total', 17_500.5, 'TZS'],
    ['Total', 19.99, 'USD'],
  ])
  expect(sheet?.freezePane?.rows ?? 1).toBe(1)
})

/** The words of a PDF: its fonts say which letter each glyph is. */
function wordsOf(pdf: Buffer): string {
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, data = '']) => {
    try {
      return [inflateSync(Buffer.from(data, 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })
  const letters = streams.filter((text) => text.includes('beginbfrange'))
  const maps = letters.map((text) => {
    const [, list = ''] = /beginbfrange\s+<0000> <[0-9a-f]+> \[([^\]]*)\]/.exec(text) ?? []
    return [...list.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) =>
      String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((part) => Number.parseInt(part, 16))),
    )
  })
  // Which font a glyph is of matters little: each reading is tried.
  return maps
    .map((map) =>
      streams
        .filter((text) => text.includes(' Tf'))
        .map((text) =>
          [...text.matchAll(/\[([^\]]*)\] TJ/g)]
            .map(([, parts = '']) =>
              [...parts.matchAll(/<([0-9a-f]+)>/g)]
                .map(([, hex = '']) => (hex.match(/.{4}/g) ?? []).map((glyph) => map[Number.parseInt(glyph, 16)] ?? '').join(''))
                .join(''),
            )
            .join(' '),
        )
        .join('\n'),
    )
    .join('\n')
}

describe('a PDF', () => {
  test('has a title, the filter in words, numbered pages and the letters of all languages', async () => {
    const names = ['Ng’ombe wa Mwanza', 'Zvakanaka – Nhasi', 'Siyabonga, uThixo']
    await put('brands', [
      ...names.map((name, n) => ({ name, slug: `pdf-${n}` })),
      ...Array.from({ length: 70 }, (_, n) => ({ name: `Brand ${n}`, slug: `pdf-x${n}` })),
    ])
    const { status, headers, bytes, text } = await file(
      it.as('sales'),
      '/brands/export?format=pdf&columns=name,slug,createdAt&sort=slug&where[slug][contains]=pdf-',
    )
    expect(status, text.slice(0, 300)).toBe(200)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const words = wordsOf(bytes).replaceAll(/\s+/g, ' ')
    for (const found of ['Brands', 'contains pdf- · 73 rows', 'Page 1 of 2', 'Page 2 of 2', ...names]) expect(words, found).toContain(found)
    expect(words.match(/Created/g)?.length).toBe(2)
  })

  test('is refused when nobody would read it', async () => {
    const most = await import('../../platform/exports/most-pdf-rows.ts')
    const { admit } = await import('../../platform/exports/endpoint.ts')
    const req = await createLocalReq({}, it.payload)
    await expect(admit(req, 'orders.export', { format: 'pdf', rows: most.mostPdfRows + 1 })).rejects.toMatchObject({
      status: 400,
      data: { code: 'TOO_MANY_ROWS' },
    })
  })
})

describe('who may take what', () => {
  test('guests nothing, customers their own, staff what they may read', async () => {
    expect((await file(it.guest, '/orders/export?format=csv')).status).toBe(401)
    expect(await lines(it.as('customer'), '/orders/export?format=csv&columns=number&sort=number')).toEqual(['Number', 'V-0', 'V-3'])
    expect((await file(it.as('customer'), '/stock-moves/export?format=csv')).status).toBe(403)
    expect(await lines(it.as('customer'), '/users/export?format=csv&columns=email')).toEqual(['Email', 'customer@test.test'])
  })

  test('what may not be read is no column, and cannot be asked by a filter or an order', async () => {
    const denied = async (path: string) => {
      const { status, text } = await file(it.as('admin'), path)
      return [status, ...JSON.parse(text).errors[0].data.errors.map(({ path }: { path: string }) => path)]
    }
    for (const [slug, name] of [
      ['orders', 'secretHash'],
      ['users', 'hash'],
      ['users', 'salt'],
      ['users', 'password'],
      ['users', 'resetPasswordToken'],
      ['api-keys', 'hash'],
      ['payments', 'addressHash'],
      ['orders', 'nothing'],
    ])
      expect(await denied(`/${slug}/export?format=csv&columns=${name}`), name).toEqual([400, 'columns'])
    expect(await denied('/orders/export?format=csv&where[secretHash][equals]=hush')).toEqual([400, 'where.secretHash'])
    expect(await denied('/orders/export?format=csv&sort=secretHash')).toEqual([400, 'sort'])
    expect(await denied('/orders/export?format=doc&colour=red&locale=xx')).toContain('locale')
    expect(await denied('/orders/export?format=doc&colour=red')).toEqual([400, 'format', 'colour'])
    expect(await denied('/orders/export')).toEqual([400, 'format'])
    const posted = await it.as('admin').post('/orders/export', 'format=csv&where=%7B', {
      'x-payload-http-method-override': 'GET',
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect([posted.status, posted.body.errors?.[0].data.errors[0].path]).toEqual([400, 'where'])
    const { text } = await file(it.as('admin'), '/users/export?format=csv')
    expect(text).not.toMatch(/pbkdf2|hash|salt/i)
  })

  test('a related document that may not be read is its id', async () => {
    const [, row = ''] = await lines(it.as('delivery'), '/orders/export?format=csv&columns=customer&where[number][equals]=V-0')
    expect(row).toBe(it.as('customer').user.id)
  })

  test('is written down', async () => {
    await lines(it.as('treasury'), '/orders/export?format=csv&columns=number,total&where[status][equals]=paid&search=v-')
    expect(await newest()).toMatchObject({
      action: 'orders.export',
      subject: 'orders',
      by: it.as('treasury').user.id,
      byName: 'treasury@test.test',
      details: { format: 'csv', columns: ['number', 'total', 'currency'], where: { status: { equals: 'paid' } }, search: 'v-', rows: 2 },
    })
  })
})

describe('totals', () => {
  const onScreen = async (query: { where?: Where; search?: string }, names: string[], slug: 'orders' | 'stock-levels' = 'orders') => {
    const { config } = it.payload.collections[slug]
    const req = await createLocalReq(
      { user: { ...it.as('treasury').user, collection: 'users' } as never, req: { query } as never },
      it.payload,
    )
    const all = (await columnsFor(req, config)).filter(({ name }) => names.includes(name))
    const sums = await sumsOf(req, await listOf(req, config, query), all)
    return [...sums.keys()].toSorted().map((currency) => [currency, ...all.map((column) => csvCell(totalCell(sums, currency, column)))])
  }

  test('of the screen, which the database adds up, are those of the file and of a recount', async () => {
    const where: Where = { and: [{ total: { greater_than: 0 } }, { 'customer.email': { contains: 'test.test' } }] }
    const query = 'search=v-&where[and][0][total][greater_than]=0&where[and][1][customer.email][contains]=test.test'
    const rows = await lines(it.as('treasury'), `/orders/export?format=csv&columns=number,total&${query}`)
    const inFile = rows.filter((row) => row.startsWith('Total')).map((row) => row.split(',').slice(1).toReversed())
    expect(inFile).toEqual([
      ['TZS', '17500.50'],
      ['USD', '19.99'],
    ])
    expect(await onScreen({ where, search: 'v-' }, ['total'])).toEqual(inFile)
    const { docs } = (await it.as('treasury').get('/orders?limit=0&where[test][equals]=true&where[total][greater_than]=0')).body
    const recount = docs
      .filter(({ currency }: Row) => currency === 'TZS')
      .reduce((sum: number, { total }: { total: number }) => sum + total, 0)
    expect(csvCell({ amount: recount, currency: 'TZS' })).toBe('17500.50')
  })

  test('follow a search by a field that stands for one of a related document', async () => {
    expect(await onScreen({ search: 'LAMP' }, ['onHand', 'reserved'], 'stock-levels')).toEqual([['', '10', '0']])
    expect(await lines(it.as('sales'), '/stock-levels/export?format=csv&columns=variant,onHand,reserved&search=LAMP')).toEqual([
      'Variant,On hand,Reserved',
      'LAMP,10,0',
      'Total,10,0',
    ])
    expect(await onScreen({ search: 'LAMPS' }, ['onHand'], 'stock-levels')).toEqual([])
  })

  test('cannot be had by a filter that the reader may not use', async () => {
    expect(await onScreen({ where: { secretHash: { equals: 'hush' } } as Where }, ['total'])).toEqual([])
  })
})

test('the transaction log is taken away with the sums that it shows', async () => {
  const payment = (n: number, more: Row): Row => ({
    reference: `PV-${n}`,
    title: 'Order',
    status: 'succeeded',
    test: true,
    amount: 1000,
    receivedAmount: 1000,
    currency: 'TZS',
    provider: 'cash',
    expiresAt: new Date().toISOString(),
    ...more,
  })
  await put('payments', [
    payment(1, { payer: it.as('customer').user.id }),
    payment(2, { amount: 2500, receivedAmount: 2400 }),
    payment(3, { currency: 'USD', status: 'failed', receivedAmount: null }),
  ])
  const { status, text } = await file(it.as('treasury'), '/transaction-log/export?format=csv&provider=cash')
  expect(status, text).toBe(200)
  const [heads = '', ...rows] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.replace('\ufeff', ''))
  const cells = (row: string) => Object.fromEntries(row.split(',').map((cell, at) => [heads.split(',')[at], cell]))
  expect(rows.slice(0, 3).map((row) => cells(row).Reference)).toEqual(['PV-3', 'PV-2', 'PV-1'])
  expect(cells(rows[2] ?? '')).toMatchObject({ Payer: 'customer@test.test', Amount: '10.00', Status: 'Paid' })
  const { totals } = (await it.as('treasury').get('/transaction-log?provider=cash')).body
  const inFile = rows
    .slice(3)
    .map(cells)
    .map(({ Amount, Received, Currency }) => [Currency, Number(Amount) * 100, Number(Received) * 100])
  expect(inFile).toEqual(
    expect.arrayContaining(
      totals.map(({ currency, amount, received }: { currency: string; amount: number; received: number }) => [currency, amount, received]),
    ),
  )
  expect(inFile).toHaveLength(totals.length)
  expect((await newest()).action).toBe('transaction-log.export')
  expect((await file(it.as('sales'), '/transaction-log/export?format=csv')).status).toBe(403)
})

describe('a long list', () => {
  const count = pageSize * 5 + 3

  beforeAll(async () => {
    await put(
      'redirects',
      Array.from({ length: count }, (_, n) => ({
        from: `/old-${String(n).padStart(5, '0')}`,
        to: '/new',
        createdAt: new Date(Date.UTC(2026, 0, 1) + (n % 7) * 1000).toISOString(),
      })),
    )
  })

  test('is read to its end in any order, each row once', async () => {
    for (const sort of ['from', '-from', 'createdAt', '-createdAt', 'automatic', '-to']) {
      const rows = await lines(it.as('admin'), `/redirects/export?format=csv&columns=from&sort=${sort}`)
      expect(rows.length, sort).toBe(count + 1)
      expect(new Set(rows).size, sort).toBe(count + 1)
    }
  })

  test('stops being read when nobody takes it any more', async () => {
    const req = await createLocalReq({ user: { ...it.as('admin').user, collection: 'users' } as never }, it.payload)
    const collection = it.payload.collections.redirects.config
    const { listTable } = await import('../../platform/exports/list-table.ts')
    const { fileAnswer } = await import('../../platform/exports/answer.ts')
    for (const format of ['csv', 'xlsx'] as const) {
      let pages = 0
      let ended = false
      async function* counted() {
        try {
          for await (const page of table.pages) {
            pages += 1
            yield page
          }
        } finally {
          ended = true
        }
      }
      const table = listTable(req, await listOf(req, collection, {}), (await columnsFor(req, collection)).slice(0, 3), '')
      const { body } = await fileAnswer(req, 'redirects', format, { ...table, pages: counted() })
      const reader = body?.getReader()
      // A mark, the heads, and the first rows.
      for (let chunk = 0; chunk < 3; chunk++) await reader?.read()
      await reader?.cancel()
      await expect.poll(() => ended).toBe(true)
      expect(pages).toBeLessThan(count / pageSize)
    }
  })

  test('of 50,000 rows is written with the memory that a short one takes', async () => {
    const { csv } = await import('../../platform/exports/csv.ts')
    const { xlsx } = await import('../../platform/exports/xlsx.ts')
    const heads = [
      { name: 'a', label: 'A', kind: 'text' },
      { name: 'b', label: 'B', kind: 'money' },
      { name: 'c', label: 'C', kind: 'date' },
    ] as const
    const row = (n: number) => [`Row ${n} of a list that is long enough`, { amount: n, currency: 'TZS' as const }, new Date(n)]
    async function* pages(total: number) {
      for (let n = 0; n < total; n += pageSize) yield Array.from({ length: pageSize }, (_, at) => row(n + at))
    }
    const writers = { csv: async (table: Parameters<typeof xlsx>[0]) => csv(table), xlsx }
    for (const [name, write] of Object.entries(writers)) {
      let rest = 0
      let most = 0
      const file = await write({ title: 'Long', filter: '', columns: heads, pages: pages(50_000), totals: () => [] })
      for await (const chunk of file as AsyncIterable<Uint8Array>) {
        rest += chunk.length
        most = Math.max(most, chunk.length)
      }
      expect(rest, name).toBeGreaterThan(500_000)
      // What is handed on at a time is a page, not the file.
      expect(most, name).toBeLessThan(rest / 20)
    }
  })
})

test('an API key takes away what its scopes let it read', async () => {
  const make = async (scope: string) => (await it.as('treasury').post('/api-keys', { name: scope, scopes: [scope] })).body.secret
  const ask = async (secret: string) =>
    await it.guest.get('/orders/export?format=csv&columns=number,customer', { authorization: `Bearer ${secret}` })
  const { status, body } = await ask(await make('orders:read'))
  expect([status, body.split('\r\n')[0]]).toEqual([200, 'Number,Customer'])
  // The names of customers are of another area.
  expect(body).toContain(it.as('customer').user.id)
  expect((await ask(await make('payments:read'))).body.errors[0].data.code).toBe('SCOPE_MISSING')
})

test('drafts are taken away as the screen shows them, in the language of the reader', async () => {
  const marketing = it.as('marketing')
  const { body } = await marketing.post('/pages', page('Karibu', { slug: 'karibu', _status: 'published' }))
  expect(body.doc?.id, JSON.stringify(body)).toBeTruthy()
  await marketing.patch(`/pages/${body.doc.id}?draft=true`, { title: 'Karibu tena', _status: 'draft' })
  await marketing.patch(`/pages/${body.doc.id}?draft=true&locale=sw`, { title: 'Karibuni', _status: 'draft' })
  const path = '/pages/export?format=csv&columns=title,_status'
  expect(await lines(marketing, path)).toEqual(['Title,Status', 'Karibu,Published'])
  expect(await lines(marketing, `${path}&draft=true`)).toEqual(['Title,Status', 'Karibu tena,Draft'])
  expect(await lines(marketing, `${path}&draft=true&locale=sw`)).toEqual(['Title,Status', 'Karibuni,Draft'])
  expect(await lines(marketing, `${path}&locale=nd&fallback-locale=none`)).toEqual(['Title,Status', ',Published'])
})
