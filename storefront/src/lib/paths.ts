/** The languages of the site; the first is the one without a prefix in the address. */
export const locales = ['en', 'sw', 'sn', 'nd'] as const

/** A language of the site. */
export type Locale = (typeof locales)[number]

/** Whether a text names a language of the site. */
export const isLocale = (text: string | undefined): text is Locale => locales.some((locale) => locale === text)

type Query = Record<string, string | number | undefined>

/** Puts a query behind a path; what is undefined or empty is left out. */
export function withQuery(path: string, query: Query = {}): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))}`
}

/** Splits an address path into its language and the path without it; a slash at its end is no part of it, so that each page has one address for search engines. */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  const [, first, ...rest] = pathname.replace(/\/+$/, '').split('/')
  if (first === 'en' || !isLocale(first)) return { locale: 'en', path: pathname.replace(/\/+$/, '') || '/' }
  return { locale: first, path: `/${rest.join('/')}` }
}

/** The address path of a page in a language. */
export const localized = (locale: Locale, path: string): string => (locale === 'en' ? path : `/${locale}${path === '/' ? '' : path}`)

const id = encodeURIComponent

/** Every page of the site by name, as the path in English. */
const pages = {
  home: () => '/',
  page: (slug: string, query?: Query) => withQuery(slug === 'home' ? '/' : `/${id(slug)}`, query),
  blog: (query?: Query) => withQuery('/blog', query),
  post: (slug: string) => `/blog/${id(slug)}`,
  blogCategory: (slug: string, query?: Query) => withQuery(`/blog/category/${id(slug)}`, query),
  blogAuthor: (slug: string, query?: Query) => withQuery(`/blog/author/${id(slug)}`, query),
  feed: () => '/blog/rss.xml',
  shop: (query?: Query) => withQuery('/shop', query),
  product: (slug: string, query?: Query) => withQuery(`/shop/${id(slug)}`, query),
  cart: (query?: Query) => withQuery('/cart', query),
  checkout: () => '/checkout',
  order: (order: string, query?: Query) => withQuery(`/orders/${id(order)}`, query),
  pay: (order: string) => `/orders/${id(order)}/pay`,
  signIn: (query?: Query) => withQuery('/sign-in', query),
  signUp: (query?: Query) => withQuery('/sign-up', query),
  signOut: () => '/sign-out',
  verifyEmail: (query?: Query) => withQuery('/verify-email', query),
  forgotPassword: () => '/forgot-password',
  resetPassword: (query?: Query) => withQuery('/reset-password', query),
  account: (query?: Query) => withQuery('/account', query),
  accountOrders: (query?: Query) => withQuery('/account/orders', query),
  accountSessions: (query?: Query) => withQuery('/account/sessions', query),
  notifications: (query?: Query) => withQuery('/account/notifications', query),
  notification: (notification: string) => `/account/notifications/${id(notification)}`,
  sandbox: (query?: Query) => withQuery('/sandbox', query),
  theme: () => '/theme',
  dataSaver: () => '/data-saver',
  search: (query?: Query) => withQuery('/search', query),
  manifest: () => '/manifest.webmanifest',
} satisfies Record<string, (...args: never[]) => string>

/** Addresses of pages in one language, by name. */
export type Paths = typeof pages

/** The addresses of every page in a language. */
export const pathsFor = (locale: Locale): Paths =>
  Object.fromEntries(
    Object.entries(pages).map(([name, path]) => [
      name,
      (...args: never[]) => localized(locale, (path as (...given: never[]) => string)(...args)),
    ]),
  ) as Paths

/** A path within the site that it is safe to send a visitor back to; `fallback` for everything else. */
export function safeReturn(wanted: string | null | undefined, fallback: string): string {
  if (!wanted?.startsWith('/') || /^\/[/\\]|[\\\s]/.test(wanted) || !URL.canParse(wanted, 'http://site.invalid')) return fallback
  const { host, pathname, search } = new URL(wanted, 'http://site.invalid')
  return host === 'site.invalid' && !pathname.startsWith('//') ? `${pathname}${search}` : fallback
}
