import { ExpirationPlugin } from 'workbox-expiration'
import { cleanupOutdatedCaches, matchPrecache, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { registerRoute, setCatchHandler } from 'workbox-routing'
import { CacheFirst, NetworkFirst, NetworkOnly } from 'workbox-strategies'
import { isPicture, isReadable, mayKeep, stores } from './lib/offline.ts'
import { localized, splitLocale } from './lib/paths.ts'
import { listenForPushes } from './lib/push-worker.ts'

type Event = { waitUntil: (work: Promise<unknown>) => void; data?: { keep?: string[] } }

/** What of a service worker's surroundings is used here; the library of types for it does not go with that for pages. */
type Worker = {
  location: Location
  caches: CacheStorage
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: (name: 'install' | 'activate' | 'message', listener: (event: Event) => void) => void
}

const worker = globalThis as unknown as Worker
const day = 86_400

const pages = new NetworkFirst({
  cacheName: stores.pages,
  networkTimeoutSeconds: 10,
  matchOptions: { ignoreVary: true },
  plugins: [
    { cacheWillUpdate: async ({ response }) => (mayKeep(response) ? response : null) },
    new ExpirationPlugin({ maxEntries: 60, maxAgeSeconds: 30 * day, purgeOnQuotaError: true }),
  ],
})

const files = new CacheFirst({ cacheName: stores.files, plugins: [new ExpirationPlugin({ maxEntries: 120, purgeOnQuotaError: true })] })

const pictures = new CacheFirst({
  cacheName: stores.pictures,
  matchOptions: { ignoreVary: true },
  plugins: [new ExpirationPlugin({ maxEntries: 80, maxAgeSeconds: 7 * day, purgeOnQuotaError: true })],
})

const isHere = (url: URL) => url.origin === worker.location.origin
const isFile = ({ pathname }: URL) => /^\/(_astro\/|icons\/|favicon\.svg$)/.test(pathname)

/** Without a leave to read it, a picture of another host would count for megabytes of what the device may keep: so it is asked for with one. */
const readable = (url: URL) => new Request(url.href, isHere(url) ? {} : { mode: 'cors', credentials: 'omit' })

// A new worker takes over at once: pages come from the network first, so nothing has to be loaded again.
worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

cleanupOutdatedCaches()
precacheAndRoute((globalThis as unknown as { __kept: PrecacheEntry[] }).__kept, { cleanURLs: false, ignoreURLParametersMatching: [] })
registerRoute(({ request, url }) => request.mode === 'navigate' && isHere(url) && isReadable(url), pages)
registerRoute(({ url }) => isHere(url) && isFile(url), files)
// A CDN hands out the same files under its own name. One that lets nobody read them has its pictures shown, but not kept.
registerRoute(
  ({ request, url }) => isPicture(url) && request.destination === 'image' && !request.headers.has('range'),
  ({ event, request, url }) =>
    isHere(url) ? pictures.handle({ event, request }) : pictures.handle({ event, request: readable(url) }).catch(() => fetch(request)),
)
// Styles and scripts of the CDN are here already.
registerRoute(
  ({ request, url }) => !isHere(url) && ['style', 'script'].includes(request.destination) && url.pathname.includes('/_astro/'),
  async ({ request, url }) => (await matchPrecache(url.pathname.slice(url.pathname.indexOf('/_astro/')))) ?? fetch(request),
)
// The rest is the network's alone, but a page without one says so in our words.
const isPage = ({ request, url }: { request: Request; url: URL }) =>
  request.mode === 'navigate' && isHere(url) && !/^\/(admin|api|sandbox)(\/|$)/.test(url.pathname)
registerRoute(isPage, new NetworkOnly())
registerRoute(isPage, new NetworkOnly(), 'POST')

setCatchHandler(async ({ request, url }) => {
  if (request.mode !== 'navigate') return Response.error()
  const { locale } = splitLocale(url?.pathname ?? '/')
  return (await matchPrecache(localized(locale, '/offline'))) ?? Response.error()
})

/** Keeps what the page was made of that installed this worker: it was loaded before anybody could keep it. */
async function keepFirst(addresses: string[], event: Event): Promise<void> {
  for (const address of addresses) {
    const url = new URL(address, worker.location.origin)
    const own = isFile(url) ? files : isReadable(url) ? pages : undefined
    const strategy = isPicture(url) ? pictures : isHere(url) ? own : undefined
    // What cannot be had now is no loss; the next page may be.
    const [answer, done] = strategy?.handleAll({ request: readable(url), event: event as never }) ?? []
    await Promise.all([answer, done]).catch(() => undefined)
  }
}

worker.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keepFirst(event.data.keep.slice(0, 60), event))
})

listenForPushes()
