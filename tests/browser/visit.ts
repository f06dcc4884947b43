import type { Page } from 'playwright-core'
import { barriers } from '../support/axe.ts'
import type { Platform } from '../support/platform.ts'

const json = { accept: 'application/json', 'content-type': 'application/json' }

/** Waits until `look` finds something. */
export async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Waited in vain for ${what}.`)
}

/** A prompt on a simulated phone. */
export type Prompt = { reference: string; phone: string; amount: number; status: string }

/** The newest prompt on a phone, as soon as it is there. */
export const promptOn = ({ url }: Platform, phone: string): Promise<Prompt> =>
  until(`a prompt on ${phone}`, async () => {
    const answer = await fetch(`${url}/sandbox/phone?phone=${encodeURIComponent(phone)}`, { headers: json })
    return ((await answer.json()) as Prompt[]).find(({ status }) => status === 'waiting')
  })

/** Presses a button of a simulated phone. */
export async function press({ url }: Platform, { reference }: Prompt, action: 'approve' | 'decline'): Promise<void> {
  const answer = await fetch(`${url}/sandbox/phone/${reference}`, { method: 'POST', headers: json, body: JSON.stringify({ action }) })
  if (!answer.ok) throw new Error(`The phone answers ${answer.status}.`)
}

/** The first mail to an address whose subject fits, as soon as it arrived. */
export const mailTo = ({ url }: Platform, to: string, subject: RegExp): Promise<{ subject: string; links: string[] }> =>
  until(`a mail to ${to}`, async () => {
    const answer = await fetch(`${url}/sandbox/mail?to=${encodeURIComponent(to)}`, { headers: json })
    return ((await answer.json()) as { subject: string; links: string[] }[]).find((mail) => subject.test(mail.subject))
  })

/** The one button that the page wants to be pressed, wherever it stands at this width. */
export const next = (page: Page) => page.locator('button.button-primary:visible').last()

/** Presses the page's main button and waits for the page that it leads to. */
export async function goOn(page: Page, to: RegExp): Promise<void> {
  await next(page).click()
  await page.waitForURL(to)
}

/** Puts a product into the cart and goes there. */
export async function toCart(page: Page, slug: string, quantity = 1): Promise<void> {
  await page.goto(`/shop/${slug}`)
  await page.getByLabel('How many').fill(String(quantity))
  await next(page).click()
  await page.getByRole('link', { name: 'To the cart' }).click()
  await page.waitForURL(/\/cart/)
}

/** What a guest says of themselves. */
export const guest = { email: 'asha@example.com', phone: '0754 111 222', name: 'Asha Juma', line1: 'Uhuru Street 4', city: 'Dar es Salaam' }

/** Fills in the checkout for delivery. */
export async function fillCheckout(page: Page, { email, phone, name, line1, city } = guest): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Mobile number').fill(phone)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Street and house').fill(line1)
  await page.getByLabel('Town').fill(city)
}

/** The situation that an order page shows, once it is this one. */
export const situation = (page: Page, name: string) => page.locator(`[data-situation="${name}"]`).waitFor()

/** What axe finds wrong with the page as it is shown now. */
export const faultsOf = (page: Page): Promise<string[]> => barriers(page, undefined, ['best-practice'])
