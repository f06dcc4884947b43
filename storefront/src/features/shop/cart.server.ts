import type { AstroGlobal } from 'astro'
import type { Outcome } from '../../../../platform/client/send.ts'
import type { Api } from '../../lib/api.ts'
import { blank, type FormState, problemText, readForm } from '../../lib/forms.ts'
import { type Cart, type Item, itemsOf, readQuantity, withMore, withoutOrdered } from './cart.ts'
import { secretCookie } from './guest-orders.ts'

const cookie = 'cart'
const counter = 'cart-count'
const days = 30

type Page = Pick<AstroGlobal, 'cookies' | 'locals'>

/** A cart by its id; whose it is shows by its secret, or by who is signed in. */
type Held = { id: string; secret?: string }

function held({ cookies }: Pick<Page, 'cookies'>): Held | undefined {
  const [id, secret] = (cookies.get(cookie)?.value ?? '').split('.')
  return id && /^[\w-]+$/.test(id + (secret ?? '')) ? { id, secret } : undefined
}

const hold = ({ cookies, locals }: Page, { id, secret }: Held) =>
  cookies.set(cookie, secret ? `${id}.${secret}` : id, secretCookie(locals.publicUrl, days))

const withSecret = ({ secret }: Pick<Held, 'secret'>) => ({ 'x-cart-secret': secret })

/** Tells scripts how many things the cart holds, so that pages which are the same for everybody can show it. */
function tell({ cookies, locals }: Page, { count }: Cart) {
  cookies.set(counter, String(count), { ...secretCookie(locals.publicUrl, days), httpOnly: false })
}

/** Lets go of the cart on this device; what is signed in with an account finds it again. */
export function forgetCart({ cookies }: Pick<Page, 'cookies'>): void {
  for (const name of [cookie, counter]) cookies.delete(name, { path: '/' })
}

const taxedIn = (country?: string) => (country && /^[A-Z]{2}$/.test(country) ? { country } : {})

/** The cart of whoever is signed in, from whichever device it was filled; from now on this one holds it too. */
async function adoptCart(page: Page, headers?: Record<string, string>, country?: string): Promise<Cart | undefined> {
  const { api, locale } = page.locals
  const answer = await api.ask('GET /carts/mine', { query: taxedIn(country) }, { locale, headers })
  const cart = (answer.ok && answer.value.cart) || undefined
  if (!cart) return undefined
  hold(page, { id: cart.id })
  tell(page, cart)
  return cart
}

/** The visitor's cart with today's prices, and with the taxes of the country that it goes to; undefined when there is none. */
export async function readCart(page: Page, country?: string): Promise<Cart | undefined> {
  const mine = held(page)
  const { api, locale, user } = page.locals
  if (mine) {
    const given = { params: { id: mine.id }, query: taxedIn(country) }
    const answer = await api.ask('GET /carts/:id', given, { locale, headers: withSecret(mine) })
    if (answer.ok) {
      // Another device may have changed it.
      if (user && Number(page.cookies.get(counter)?.value ?? 0) !== answer.value.cart.count) tell(page, answer.value.cart)
      return answer.value.cart
    }
    forgetCart(page)
  }
  return user ? adoptCart(page, undefined, country) : undefined
}

async function open({ api }: { api: Api }, page: Page): Promise<Held> {
  const answer = await api.ask('POST /carts')
  if (!answer.ok) throw new Error(`No cart could be opened: ${answer.refusal.code}`)
  const mine = { id: answer.value.cart.id, secret: answer.value.secret }
  hold(page, mine)
  return mine
}

/** Makes the cart hold exactly `items`. */
export async function writeCart(page: Page, items: Item[]): Promise<Outcome<{ cart: Cart }>> {
  const { api, locale, user } = page.locals
  const mine: Held = held(page) ?? (user ? await adoptCart(page) : undefined) ?? (await open(page.locals, page))
  const given = { params: { id: mine.id }, body: { items } }
  const answer = await api.ask('PUT /carts/:id/items', given, { locale, headers: withSecret(mine) })
  if (answer.ok) tell(page, answer.value.cart)
  return answer
}

/** Takes out of the cart what was ordered. */
export async function takeOrdered(page: Page, ordered: Item[]): Promise<void> {
  if (held(page)) await writeCart(page, withoutOrdered(itemsOf(await readCart(page)), ordered))
}

/** Gives the guest's cart to whoever just signed in; it becomes one with their cart from before, on whichever device that was filled. */
export async function mergeCart(page: Page, token: string): Promise<void> {
  const mine = held(page)
  const headers = { cookie: `payload-token=${token}` }
  const merge = ({ id, secret }: Held) =>
    page.locals.api.ask('POST /carts/:id/merge', { params: { id } }, { headers: { ...withSecret({ secret }), ...headers } })
  const answer = mine && (await merge(mine))
  if (!mine || !answer?.ok) {
    // A cart that could not be given away stays with the guest, unless it is gone.
    if (answer && !answer.ok && answer.refusal.status !== 404) return
    forgetCart(page)
    await adoptCart(page, headers)
    return
  }
  const { cart } = answer.value
  hold(page, { id: cart.id, secret: cart.id === mine.id ? mine.secret : undefined })
  tell(page, cart)
}

/** Puts what the form of a product page names into the cart; goes on to the cart, or says what is in the way. */
export async function addToCart(page: AstroGlobal): Promise<Response | FormState> {
  const values = await readForm(page.request)
  const { t, paths } = page.locals
  const { variant = '' } = values
  if (!variant) return { ...blank(values), problem: t('product.chooseFirst') }
  const answer = await writeCart(page, withMore(itemsOf(await readCart(page)), variant, readQuantity(values.quantity) || 1))
  const refusal = answer.ok ? answer.value.cart.notices.find((notice) => notice.variant === variant) : answer.refusal
  const problem = refusal?.code === 'CAPPED' ? t('cart.capped') : refusal && problemText(t, refusal)
  const wantsJson = page.request.headers.get('accept') === 'application/json'
  if (wantsJson) return Response.json(problem ? { problem } : {}, { status: problem ? 409 : 200 })
  return problem ? { ...blank(values), problem } : page.redirect(paths.cart({ added: variant }), 303)
}
