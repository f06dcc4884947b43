import type { APIContext, MiddlewareHandler } from 'astro'
import { guestOrders } from './features/shop/guest-orders.ts'
import { translator } from './i18n/index.ts'
import { apiFor } from './lib/api.ts'
import { withAssetsFrom } from './lib/assets.ts'
import { pathsFor, splitLocale } from './lib/paths.ts'
import { redirectOf } from './lib/redirects.ts'
import { savesData } from './lib/saver.ts'
import { fallbackSettings, readSettings } from './lib/settings.ts'
import { themeOf } from './lib/theme.ts'

const signedIn = (request: Request) => /(?:^|;\s*)payload-token=/.test(request.headers.get('cookie') ?? '')

/** Pages that show what belongs to one visitor; nobody keeps a copy of them. */
const personal = /^\/(cart|checkout|orders|account|sign-|sandbox|reset-|verify-|forgot-)/

/** What pages answer to. */
const methods = ['GET', 'HEAD', 'POST']

/** Prepares what every page needs to know of the visit. */
function welcome({ locals, url, request, cookies }: APIContext): { path: string } {
  const { locale, path } = splitLocale(url.pathname)
  const orders = guestOrders(cookies)
  const publicUrl = locals.publicUrl ?? process.env.PUBLIC_URL ?? url.origin
  const apiUrl = locals.apiFetch ? publicUrl : (process.env.API_URL ?? publicUrl)
  locals.locale = locale
  locals.t = translator(locale)
  locals.paths = pathsFor(locale)
  locals.theme = themeOf(cookies)
  locals.saver = savesData(cookies, request.headers)
  locals.sandbox = (locals.mode ?? process.env.MODE ?? 'sandbox') === 'sandbox'
  locals.settings = fallbackSettings
  locals.user = null
  locals.publicUrl = publicUrl
  locals.assetUrl ??= locals.apiFetch ? undefined : process.env.ASSET_URL?.replace(/\/+$/, '')
  locals.api = apiFor({
    url: apiUrl,
    fetch: locals.apiFetch ?? fetch,
    publicUrl,
    cookie: request.headers.get('cookie'),
    address: locals.address,
    requestId: locals.requestId,
    locale,
    secrets: { 'x-order-secret': orders.secretOf(path === '/cart' ? orders.newest : orderIn(path)) },
  })
  return { path }
}

const orderIn = (path: string) => /^\/orders\/([^/]+)/.exec(path)?.[1]

async function me({ locals, request }: APIContext): Promise<App.Locals['user']> {
  if (!signedIn(request)) return null
  const answer = await locals.api.ask('GET /users/me', { query: { depth: 0 } })
  return answer.ok ? answer.value.user : null
}

/** Runs before every page: language, look, settings, who is visiting. */
export const onRequest: MiddlewareHandler = async (context, next) => {
  const { locals, url, params } = context
  // A page that is shown in the place of another passes here again.
  if (Object.hasOwn(locals, 't')) return next()
  if (!methods.includes(context.request.method)) return new Response(null, { status: 405, headers: { Allow: methods.join(', ') } })
  const { path } = welcome(context)
  if (url.pathname === '/en' || url.pathname.startsWith('/en/'))
    return context.redirect(`${url.pathname.slice(3) || '/'}${url.search}`, 308)
  // A rest parameter takes any depth of folders; only the languages are ours.
  const strange = params.locale !== undefined && params.locale !== locals.locale
  try {
    const [settings, user] = await Promise.all([readSettings(locals.api, locals.locale), me(context)])
    locals.settings = settings
    locals.user = user
    const response = await (strange ? next('/404') : next())
    const goal = response.status === 404 ? await redirectOf(locals.api, locals.locale, path, url.search) : undefined
    if (goal) return context.redirect(goal, 308)
    return finished(await withAssetsFrom(locals.assetUrl, response), context, path)
  } catch (error) {
    console.error(`The page ${url.pathname} failed (request ${locals.requestId}).`, error)
    return finished(await context.rewrite('/500'), context, path)
  }
}

function finished(response: Response, { locals }: APIContext, path: string): Response {
  response.headers.set('Content-Language', locals.locale)
  response.headers.append('Vary', 'Cookie, Save-Data')
  if (!response.headers.has('Cache-Control'))
    response.headers.set('Cache-Control', locals.user || personal.test(path) ? 'no-store' : 'private, no-cache')
  return response
}
