import { localeCodes } from '../locales.ts'

/** Reads a header of a request, whichever kind of request it is. */
export type HeaderOf = (name: string) => string | undefined | null

// With one of these an answer is somebody's, or a part of one.
const personal = ['authorization', 'range', 'upgrade', 'x-http-method-override', 'x-payload-http-method-override']

/** Headers of our own making and of proxies say nothing about whose answer it is; a secret in any other one may. */
const strange = /^x-(?!request-id$|client-ip$|forwarded-|real-ip$|requested-with$)/

/** Cookies that change how a page looks, but not whose it is. */
const looks = new Set(['theme', 'data-saver'])

/** Cookies of guests, which only pages that nobody keeps a copy of look at, and the API never. */
const guests = new Set(['cart', 'cart-count', 'orders'])

const languages: readonly string[] = localeCodes

/** The language that a reader likes best, of those that there are. */
export function languageOf(header: string | undefined | null): string {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const quality = rest.find((parameter) => parameter.startsWith('q='))
    return { language: tag.split('-', 1)[0] ?? '', quality: quality ? Number(quality.slice(2)) : 1 }
  })
  const known = wanted.filter(({ language, quality }) => quality > 0 && languages.includes(language))
  return known.sort((left, right) => right.quality - left.quality)[0]?.language ?? ''
}

/** A plain read by nobody in particular: the key of its answer, and whether one that is made for this caller may be kept. */
export type Plain = { key: string; keeps: boolean }

/** What there is to know of the cookies: how things look, and whether a guest's are among them; undefined when any other is. */
function cookiesOf(header: string): { look: string; guest: boolean } | undefined {
  let look = ''
  let guest = false
  for (const pair of header.split(';')) {
    const cookie = pair.trim()
    const name = cookie.split('=', 1)[0] ?? ''
    // In the order in which they came, because the first of two of one name counts.
    if (looks.has(name)) look += `;${cookie}`
    else if (guests.has(name)) guest = true
    else if (cookie !== '') return undefined
  }
  return { look, guest }
}

/**
 * The key under which an answer may be kept; undefined unless it is a plain read by nobody in particular. Of the API `path` and query say what is
 * read; pages also know under which `host` they are seen, and a page made for a guest who has a cart is not kept for others.
 */
export function plainRead(
  method: string | undefined,
  path: string,
  headerOf: HeaderOf,
  { names, origins, host }: { names: Iterable<string>; origins: readonly string[]; host?: string },
): Plain | undefined {
  if (method !== 'GET' || personal.some((name) => headerOf(name))) return undefined
  for (const name of names) if (name.startsWith('x-') && strange.test(name)) return undefined
  const cookies = cookiesOf(headerOf('cookie') ?? '')
  if (!cookies) return undefined
  const isPage = host !== undefined
  const origin = headerOf('origin') ?? ''
  const from = origin === '' || origins.includes(origin) ? origin : 'foreign'
  const about = isPage ? `${host}${cookies.look}\n${headerOf('save-data') ?? ''}` : ''
  return { key: `${path}\n${languageOf(headerOf('accept-language'))}\n${from}\n${about}`, keeps: !(isPage && cookies.guest) }
}
