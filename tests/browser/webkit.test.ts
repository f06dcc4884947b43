import { beforeAll, describe } from 'vitest'
import { platform } from '../support/platform.ts'
import { stock } from '../support/shopping.ts'
import { openWebkit } from '../support/webkit.ts'
import { mainWays } from './main-ways.ts'

const site = await platform({ storefront: true, jobs: true })
const webkit = await openWebkit(site.url)

beforeAll(async () => {
  await stock(site, { title: 'Solar lamp', price: 2_500_000, quantity: 20 })
})

describe('in WebKit', () => {
  // Its window cannot be made narrower than 450 pixels.
  mainWays(site, webkit.page, [450, 768, 1440])
})
