import type { Client } from './client.ts'
import type { Platform } from './platform.ts'
import { order, stock } from './shopping.ts'

/**
 * A number that one writer counts up and that everybody may read, shown as `<name>v<number>e` in some text of some document. What is there and gone
 * in turns is there with the odd ones.
 */
type Cell = { name: string; comesAndGoes: boolean; written: number; answered: { value: number; at: number }[] }

/** What visitors ask, and the cells that must stand in the answer unless they are gone. */
type Place = { path: string; shows: string[] }

/** What a storm is made of. */
export type World = {
  cells: Map<string, Cell>
  places: Place[]
  writers: ((round: number) => Promise<void>)[]
  /** Stands in no answer for anybody who is not signed in. */
  hidden: string
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const demand = ({ status, body }: Awaited<ReturnType<Client['get']>>, expected: number) => {
  if (status === expected) return body
  throw Object.assign(new Error(`Answered ${status} instead of ${expected}: ${JSON.stringify(body).slice(0, 300)}`), { status })
}

/** Does it again while the platform says that it is too busy, and has done nothing. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      return void (await work())
    } catch (error) {
      if ((error as { status?: number }).status !== 503) throw error
    }
  }
}

/** Makes the documents of a storm and the twenty who write them, through the platform of the file; `pages` are asked too where they are served, and `sales` made where they are not limited. */
export async function makeStorm(site: Platform, { pages, sales: sells }: { pages: boolean; sales: boolean }): Promise<World> {
  const [sales, marketing, admin] = [site.as('sales'), site.as('marketing'), site.as('admin')]
  const cells = new Map<string, Cell>()
  const places: Place[] = []
  const writers: World['writers'] = []
  const hidden = 'Seen by nobody but staff'

  /** A cell, and how its next number is written; odd and even ones may take different ways. */
  const cell = (name: string, write: (text: string, value: number) => Promise<unknown>, comesAndGoes = false) => {
    const mine: Cell = { name, comesAndGoes, written: 0, answered: [] }
    cells.set(name, mine)
    const next = async () => {
      const value = mine.written + 1
      mine.written = value
      await patiently(() => write(`${name}v${value}e`, value))
      mine.answered.push({ value, at: performance.now() })
      if (mine.answered.length > 2000) mine.answered.splice(0, 1000)
    }
    return next
  }
  const make = async (collection: string, data: object, by: Client = marketing): Promise<string> =>
    demand(await by.post(`/${collection}`, data), 201).doc.id
  const product = (slug: string, more: object = {}) =>
    make('products', { title: slug, slug, price: 100_00, currency: 'TZS', published: true, ...more }, sales)
  const change = async (path: string, data: object, by: Client = sales) => demand(await by.patch(path, data), 200)

  const categories = [await make('categories', { title: 'c', slug: 'storm-a' }), await make('categories', { title: 'c', slug: 'storm-b' })]
  const bulk = await make('categories', { title: 'Many', slug: 'storm-many' })
  const products = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => product(`storm-${n}`, { category: categories[n % 2] })))
  const variants = await Promise.all([0, 1, 2].map((n) => make('variants', { product: products[n], sku: `STORM-${n}` }, sales)))
  const many = await Promise.all([0, 1, 2].map((n) => product(`many-${n}`, { category: bulk })))
  await product('storm-hidden', { title: hidden, published: false, category: categories[0] })
  const goods = await stock(site, { title: 'Much of it', price: 100_00, quantity: 1_000_000 })
  const scarce = await stock(site, { title: 'None of it', price: 100_00, quantity: 0 })

  for (const [n, id] of products.entries()) writers.push(cell(`product${n}`, (title) => change(`/products/${id}`, { title })))
  for (const [n, id] of variants.entries()) writers.push(cell(`variant${n}`, (title) => change(`/variants/${id}`, { title })))
  for (const [n, id] of categories.entries())
    writers.push(cell(`category${n}`, (title) => change(`/categories/${id}`, { title }, marketing)))
  writers.push(cell('site', async (name) => demand(await admin.post('/globals/settings', { brand: { name } }), 200)))
  writers.push(
    cell('many', (summary) =>
      change(`/products?where[category][equals]=${bulk}&where[id][in]=${many.join(',')}`, { summary }).then(({ errors }) => {
        if (errors?.length) throw new Error(JSON.stringify(errors))
      }),
    ),
  )
  for (const n of [0, 1]) {
    let id = ''
    const write = async (title: string, value: number) => {
      if (value % 2 === 1) id = await product(`gone-${n}`, { title, category: categories[0] })
      else demand(await marketing.delete(`/products/${id}`), 200)
    }
    writers.push(cell(`gone${n}`, write, true))
  }
  let brand = ''
  const label = async (name: string, value: number) => {
    // Straight to the database, which empties the fields that point there: the API refuses what is in use.
    if (value % 2 === 0) return site.payload.db.deleteOne({ collection: 'brands', where: { id: { equals: brand } } })
    brand = await make('brands', { name, slug: `brand-${value}` })
    return change(`/products/${many[0]}`, { brand })
  }
  writers.push(cell('brand', label, true))
  // What fails leaves nothing: a number that nobody wrote, in the middle of what is undone.
  const doomed = { title: 'product0v999999e', summary: 'manyv999999e', slug: 'storm-1' }
  writers.push(async () => void demand(await sales.patch(`/products/${products[0]}`, doomed), 400))
  writers.push(async () => {
    const { slug: _, ...rest } = doomed
    const { status } = await sales.patch(`/products?where[category][equals]=${bulk}`, { ...rest, slug: 'many-0' })
    if (status < 400) throw new Error(`Three products got one address: ${status}.`)
  })
  if (sells) writers.push(async () => void (await order(site, goods)))
  const sellOrRefuse = async (round: number) => {
    if (round % 2) return void (await order(site, goods))
    const shipping = { name: 'Guest', line1: 'Uhuru Street 1', city: 'Dar es Salaam', country: 'TZ' }
    const wish = { items: [{ variant: scarce.variant, quantity: 1 }], email: 'late@example.com', shipping }
    demand(await site.guest.post('/orders/checkout', wish), 409)
  }
  if (sells) writers.push(sellOrRefuse)
  // Each is there once before anybody looks.
  for (const [name, mine] of cells) if (mine.written === 0) await writers[[...cells.keys()].indexOf(name)]?.(0)

  const names = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}`)
  const graphql = (query: string) => `/api/graphql?query=${encodeURIComponent(query)}`
  places.push(
    { path: '/api/products?limit=100&depth=0', shows: [...names('product', 6), ...names('gone', 2), 'many'] },
    { path: '/api/products?limit=100&depth=1&sort=title', shows: [...names('product', 6), ...names('category', 2), 'brand'] },
    {
      path: '/api/products?where[category.slug][equals]=storm-a&depth=0',
      shows: ['product0', 'product2', 'product4', ...names('gone', 2)],
    },
    { path: '/api/products?where[slug][equals]=gone-1&depth=0&pagination=false', shows: ['gone1'] },
    { path: '/api/variants?depth=0&limit=100', shows: names('variant', 3) },
    { path: '/api/categories?depth=0', shows: names('category', 2) },
    { path: '/api/globals/settings', shows: ['site'] },
    { path: `/api/products/${many[0]}?depth=1`, shows: ['brand', 'many'] },
    {
      path: graphql('{ Products(limit: 100) { docs { title summary brand { name } category { title } } } }'),
      shows: [...names('product', 6), ...names('category', 2), ...names('gone', 2), 'many', 'brand'],
    },
    {
      path: `/api/products?where[category__slug][equals]=storm-b&depth=1`,
      shows: ['product1', 'product3', 'category1'],
    },
    { path: graphql('{ Setting { brand { name } } Categories { docs { title } } }'), shows: ['site', ...names('category', 2)] },
  )
  for (const n of [0, 1, 2]) places.push({ path: `/api/products/${products[n]}?depth=1`, shows: [`product${n}`, `category${n % 2}`] })
  if (pages)
    places.push(
      ...[0, 1, 2].map((n) => ({
        path: `/shop/storm-${n}`,
        shows: [`product${n}`, `category${n % 2}`, 'site'],
      })),
      { path: '/shop/many-0', shows: ['many', 'brand', 'site'] },
      { path: '/sw/shop/storm-0', shows: ['product0', 'site'] },
      { path: '/shop', shows: ['site'] },
      { path: '/shop/gone-0', shows: ['gone0'] },
    )
  return { cells, places, writers, hidden }
}

/** What a storm showed; `wrong` holds every answer that was not as it had to be. */
export type Storm = { wrong: string[]; reads: number; writes: number }

/**
 * Lets the writers write and `readers` visitors read at `url` for some seconds. A read that starts `tolerance` milliseconds after a write was answered must
 * show it or what came later, and never what nobody wrote.
 */
export async function storm(
  { cells, places, writers, hidden }: World,
  { url, readers, seconds, tolerance = 0 }: { url: string; readers: number; seconds: number; tolerance?: number },
): Promise<Storm> {
  const found: Storm = { wrong: [], reads: 0, writes: 0 }
  const begun = performance.now()
  const end = begun + seconds * 1000
  const note = (text: string) => found.wrong.length < 20 && found.wrong.push(text)

  const write = async (writer: World['writers'][number]) => {
    for (let round = 1; performance.now() < end; round++) {
      try {
        await patiently(() => writer(round))
        found.writes++
      } catch (error) {
        // Of a number that may or may not have been written nothing can be said any more.
        return note(`A write failed: ${error}`)
      }
      // So that what is kept lives for a while, and is served.
      await pause(Math.random() * 500)
    }
  }

  const compare = (text: string, { path, shows }: Place, due: Map<Cell, number>, kept: boolean) => {
    for (const [cell, least] of due) {
      const seen = [...text.matchAll(new RegExp(`${cell.name}v(\\d+)e`, 'g'))].map(([, value]) => Number(value))
      const bad = seen.find((value) => value < least || value > cell.written)
      if (bad !== undefined)
        note(`${path} showed ${cell.name} ${bad}; ${least} was answered, ${cell.written} begun (${kept ? 'kept' : 'made'})`)
      if (seen.length > 0 || !shows.includes(cell.name)) continue
      const mayBeGone = cell.comesAndGoes && (least % 2 === 0 || cell.written > least)
      if (!mayBeGone) note(`${path} did not show ${cell.name}; ${least} was answered, ${cell.written} begun (${kept ? 'kept' : 'made'})`)
    }
  }

  const read = async () => {
    while (performance.now() < end) {
      const place = places[Math.floor(Math.random() * places.length)] as Place
      const started = performance.now()
      const due = new Map(
        [...cells.values()].map((cell) => [cell, cell.answered.findLast(({ at }) => at <= started - tolerance)?.value ?? 0]),
      )
      const response = await fetch(url + place.path, { redirect: 'manual' })
      const text = await response.text()
      found.reads++
      if (response.status !== 200 && !(response.status === 404 && /gone/.test(place.path)))
        note(`${place.path} answered ${response.status}: ${text.slice(0, 300)}`)
      if (text.includes(hidden)) note(`${place.path} showed what only staff may see`)
      compare(text, place, due, response.headers.has('etag'))
    }
  }

  await Promise.all([...writers.map(write), ...Array.from({ length: readers }, read)])
  return found
}
