import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, expect } from 'vitest'
import { chromiumPath } from './tools.ts'

/** How long a page may take on a busy machine, in milliseconds. */
const patience = 20_000

/** Expects of what `ask` answers sooner or later. */
export const eventually = <Answer>(ask: () => Promise<Answer> | Answer) => expect.poll(ask, { timeout: patience })

/** A real browser that keeps an eye on what its pages do. */
export type Browser = {
  /** A page of somebody who has never been here; it closes after the test. */
  page: (options?: BrowserContextOptions) => Promise<Page>
  /** Addresses on other hosts that any page asked for. */
  foreign: string[]
  /** Errors that scripts threw, and what the content security policy stopped. */
  faults: string[]
}

/** What somebody who looks at a page would read first; a page that does not answer any more says nothing. */
async function glance(page: Page): Promise<string> {
  const silence = new Promise<string>((resolve) => setTimeout(resolve, 2000, '(no answer)'))
  const look = page.evaluate(() => {
    const worker = navigator.serviceWorker?.controller?.state ?? 'no'
    return `${navigator.onLine ? 'online' : 'offline'}, ${worker} worker: ${document.body.innerText.replaceAll(/\s+/g, ' ').slice(0, 300)}`
  })
  const said = await Promise.race([look.catch(({ message }: Error) => message), silence])
  return `${page.url()} ${said}`
}

/** Opens Chromium for the tests of this file; `url` is the only host that its pages may talk to. */
export async function openBrowser(url: string): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--headless=new', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  })
  afterAll(() => browser.close())
  afterEach(async ({ task }) => {
    const contexts = browser.contexts()
    // A failure on another machine has to explain itself.
    if (task.result?.state === 'fail')
      for (const page of contexts.flatMap((context) => context.pages())) console.error(`"${task.name}" ended at ${await glance(page)}`)
    await Promise.all(contexts.map((context) => context.close()))
  })
  const { host } = new URL(url)
  const foreign: string[] = []
  const faults: string[] = []

  const page: Browser['page'] = async (options = {}) => {
    const context = await browser.newContext({ baseURL: url, locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options })
    context.setDefaultTimeout(patience)
    const opened = await context.newPage()
    context.on('request', (request) => {
      const asked = new URL(request.url())
      if (/^(https?|wss?):$/.test(asked.protocol) && asked.host !== host) foreign.push(asked.href)
    })
    context.on('weberror', (error) => faults.push(`${error.page()?.url()}: ${error.error().message}`))
    context.on('console', (message) => {
      if (message.type() === 'error' && message.text().includes('Content Security Policy')) faults.push(message.text())
    })
    return opened
  }
  return { page, foreign, faults }
}
