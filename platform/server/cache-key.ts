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
  if (!header) return ''
  const wanted = header.split(',').map((part) => {
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

/** A plain read by nobody in particular. */
export type Plain = {
  /** The key of its answer. */
  key: string
  /** Whether an answer that is made for this caller may be kept. */
  keeps: boolean
  /** All that whoever makes the answer may know of the caller: what stands in the key, and the request. */
  shown: () => Record<string, string>
}

const noCookies = { look: '', guest: false }

/** What there is to know of the cookies: how things look, and whether a guest's are among them; undefined when any other is. */
function cookiesOf(header: string): { look: string; guest: boolean } | undefined {
  let look = ''
  let guest = false
  for (const pair of header.split(';')) {
    const cookie = pair.trim()
    const name = cookie.split('=', 1)[0] ?? ''
    // In the order in which they came, because the first of two of one name counts.
    if (looks.has(name)) look += `${look && '; '}${cookie}`
    else if (guests.has(name)) guest = true
    else if (cookie !== '') return undefined
  }
  return { look, guest }
}

const given = (headers: Record<string, string | undefined | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter((header): header is [string, string] => Boolean(header[1])))

/** What no answer that is kept hangs on: limits and the log do, and whether there is anything to send. */
const beside = ['x-request-id', 'x-client-ip', 'if-none-match']
/** Of a page also the address under which it is seen, which is the same for all. */
const ofPages = [...beside, 'host', 'x-forwarded-proto']

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
  if (method !== 'GET') return undefined
  for (const name of personal) if (headerOf(name)) return undefined
  for (const name of names) if (name.startsWith('x-') && strange.test(name)) return undefined
  const sent = headerOf('cookie')
  const cookies = sent ? cookiesOf(sent) : noCookies
  if (!cookies) return undefined
  const isPage = host !== undefined
  const origin = headerOf('origin') ?? ''
  // Whoever is not ours is as strange as everybody else who is not.
  const from = origin === '' || origins.includes(origin) ? origin : 'null'
  const language = languageOf(headerOf('accept-language'))
  const saves = isPage ? headerOf('save-data') : undefined
  const look = isPage ? cookies.look : ''
  return {
    key: `${path}\n${language}\n${from}\n${isPage ? `${host}\n${look}\n${saves ?? ''}` : ''}`,
    keeps: !(isPage && cookies.guest),
    shown: () => ({
      ...given(Object.fromEntries((isPage ? ofPages : beside).map((name) => [name, headerOf(name)]))),
      ...given({ 'accept-language': language, origin: from, 'save-data': saves, cookie: look }),
    }),
  }
}
