import { isPicture, isReadable } from '../lib/offline.ts'
import { tell as say } from './toast.ts'

const banner = document.querySelector<HTMLElement>('[data-offline]')

const tell = () => {
  if (banner) banner.hidden = navigator.onLine
}

/** Whether the device itself knows that it is on no network. */
export const isOffline = (): boolean => !navigator.onLine

/** Says that nothing was sent; what is on the page stays there. */
export const tellOffline = (): void => say('warning', banner?.dataset.notSent ?? '')

addEventListener('online', tell)
addEventListener('offline', tell)
tell()

/** What this page was made of, for a worker that was not there yet when it was loaded. */
const partsOf = () => [
  ...(isReadable(new URL(location.href)) ? [location.pathname + location.search] : []),
  ...performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    // Pictures may come from a CDN; what else comes from there the worker has already.
    .filter((name) => name.startsWith(`${location.origin}/`) || isPicture(new URL(name))),
]

async function install(workers: ServiceWorkerContainer) {
  const isFirst = !workers.controller
  // Not every browser lets every page keep things; everything works without.
  const registration = await workers.register('/service-worker.js').catch(() => undefined)
  if (!registration || !isFirst) return
  const { active } = await workers.ready
  active?.postMessage({ keep: partsOf() })
}

const workers = (navigator as Partial<Navigator>).serviceWorker
// After everything that the visitor waits for, and not at the cost of who saves data.
if (workers && !document.querySelector('[data-saves]')) addEventListener('load', () => setTimeout(() => void install(workers), 1000))
