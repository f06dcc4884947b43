import type { APIContext, MiddlewareHandler } from 'astro'
import { guestOrders } from './features/shop/guest-orders.ts'
import { translator } from './i18n/index.ts'
import { apiFor } from './lib/api.ts'
import { pathsFor, splitLocale } from './lib/paths.ts'
import { fallbackSettings, readSettings } from './lib/settings.ts'
import { themeOf } from './lib/theme.ts'

const signedIn = (request: Request) => /(?:^|;\s*)payload-token=/.test(request.headers.get('cookie') ?? '')

/** Pages that show what belongs to one visitor; nobody keeps a copy of them. */
const personal = /^\/(cart|checkout|orders|account|sign-|sandbox|reset-|verify-|forgot-)/

/** Prepares what every page needs to know of the visit. */
function welcome({ locals, url, request, cookies }: APIContext): { path: string } {
  const { locale, path } = splitLocale(url.pathname)
  const publicUrl = locals.publicUrl ?? process.env.PUBLIC_URL ?? url.origin
  const apiUrl = locals.apiFetch ? publicUrl : (process.env.API_URL ?? publicUrl)
  locals.locale = locale
  locals.t = translator(locale)
  locals.paths = pathsFor(locale)
  locals.theme = themeOf(cookies)
  locals.sandbox = (locals.mode ?? process.env.MODE ?? 'sandbox') === 'sandbox'
  locals.settings = fallbackSettings
  locals.user = null
  locals.publicUrl = publicUrl
  locals.api = apiFor({
    baseUrl: `${apiUrl.replace(/\/+$/, '')}/api`,
    fetch: locals.apiFetch ?? fetch,
    publicUrl,
    cookie: request.headers.get('cookie'),
    address: locals.address,
    requestId: locals.requestId,
    locale,
    secrets: { 'x-order-secret': guestOrders(cookies).secretOf(orderIn(path)) },
  })
  return { path }
}

const orderIn = (path: string) => /^\/orders\/([^/]+)/.exec(path)?.[1]

async function me({ locals, request }: APIContext) {
  if (!signedIn(request)) return null
  const { user } = await locals.api.read.me({ depth: 0 } as never)
  return (user as App.Locals['user']) ?? null
}

/** Runs before every page: language, look, settings, who is visiting. */
export const onRequest: MiddlewareHandler = async (context, next) => {
  const { locals, url, params } = context
  const { path } = welcome(context)
  if (url.pathname === '/en' || url.pathname.startsWith('/en/'))
    return context.redirect(`${url.pathname.slice(3) || '/'}${url.search}`, 308)
  const [settings, user] = await Promise.all([readSettings(locals.api, locals.locale), me(context)])
  locals.settings = settings
  locals.user = user
  // A rest parameter takes any depth of folders; only the languages are ours.
  const strange = params.locale !== undefined && params.locale !== locals.locale
  const response = await (strange ? next('/404') : next())
  response.headers.set('Content-Language', locals.locale)
  if (!response.headers.has('Cache-Control'))
    response.headers.set('Cache-Control', user || personal.test(path) ? 'no-store' : 'private, no-cache')
  return response
}
