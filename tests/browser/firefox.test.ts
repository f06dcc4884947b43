import { afterAll, beforeAll, describe, expect } from 'vitest'
import { openFirefox } from '../support/firefox.ts'
import { platform } from '../support/platform.ts'
import { stock } from '../support/shopping.ts'
import { mainWays } from './main-ways.ts'

const site = await platform({ storefront: true, jobs: true })
const firefox = await openFirefox(site.url)

beforeAll(async () => {
  await stock(site, { title: 'Solar lamp', price: 2_500_000, quantity: 20 })
})

afterAll(() => {
  expect(firefox.faults, 'script errors').toEqual([])
})

describe('in Firefox', () => {
  mainWays(site, firefox.page, [360, 768, 1440])
})
