import { expect, test } from 'vitest'
import { platform } from '../support/platform.ts'
import { stock } from '../support/shopping.ts'

const site = await platform()
const callers = 16
const seconds = 10

test('sixteen callers who change one document again and again all succeed', async () => {
  const { product } = await stock(site, { title: 'Hot', price: 100_00, quantity: 1 })
  const sales = site.as('sales')
  const end = Date.now() + seconds * 1000
  const failures: unknown[] = []
  const written = Array.from({ length: callers }, () => 0)
  await site.race(callers, async (caller) => {
    for (let round = 1; Date.now() < end; round++) {
      const { status, body } = await sales.patch(`/products/${product}`, { weightGrams: caller * 100_000 + round })
      if (status === 200) written[caller] = round
      else failures.push({ status, errors: body.errors })
    }
  })
  expect(failures).toEqual([])
  expect(written.every((rounds) => rounds > 0)).toBe(true)
  const { weightGrams } = (await sales.get(`/products/${product}`)).body
  // The last word is the last one of somebody.
  expect(written).toContain(weightGrams % 100_000)
}, 60_000)

test('callers who change the same documents together all succeed', async () => {
  const products = await Promise.all(['One', 'Two', 'Three'].map((title) => stock(site, { title, price: 100_00, quantity: 1 })))
  const sales = site.as('sales')
  const path = `/products?where[id][in]=${products.map(({ product }) => product).join(',')}`
  const failures: unknown[] = []
  await site.race(callers, async (caller) => {
    for (let round = 1; round <= 3; round++) {
      const { status, body } = await sales.patch(path, { weightGrams: caller * 100 + round })
      if (status !== 200) failures.push({ status, errors: body.errors })
    }
  })
  expect(failures).toEqual([])
  const weights = (await sales.get(path)).body.docs.map(({ weightGrams }: { weightGrams: number }) => weightGrams)
  expect(new Set(weights).size).toBe(1)
}, 60_000)
