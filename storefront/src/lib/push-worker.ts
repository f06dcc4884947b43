type Told = { id: string; title: string; text: string; path: string }

type Shown = { data?: Partial<Told>; close: () => void }

type Event = { waitUntil: (work: Promise<unknown>) => void }

type Push = Event & { data?: { json: () => unknown } | null }

type Click = Event & { notification: Shown }

type Changed = Event & { oldSubscription?: PushSubscription | null; newSubscription?: PushSubscription | null }

type Window = { url: string; focus: () => Promise<unknown> }

/** What of a service worker's surroundings is used here; the library of types for it does not go with that for pages. */
type Worker = {
  location: Location
  clients: {
    matchAll: (which: { type: 'window'; includeUncontrolled: boolean }) => Promise<Window[]>
    openWindow: (url: string) => Promise<unknown>
  }
  registration: ServiceWorkerRegistration
  addEventListener: {
    (name: 'push', listener: (event: Push) => void): void
    (name: 'notificationclick', listener: (event: Click) => void): void
    (name: 'pushsubscriptionchange', listener: (event: Changed) => void): void
  }
}

const worker = globalThis as unknown as Worker

const post = (path: string, body?: object) =>
  fetch(`/api/${path}`, { method: 'POST', ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) })

/** Shows what was pushed; one that comes twice is shown once. */
async function show({ data }: Push): Promise<void> {
  const { id, title, text, path } = (data?.json() ?? {}) as Partial<Told>
  if (!id || !title) return
  await worker.registration.showNotification(title, {
    body: text,
    tag: id,
    icon: '/icons/192.png',
    badge: '/icons/192.png',
    data: { id, path },
  })
}

/** Opens what it is about, in a window that shows it already or in a new one; it is read by that. */
async function open(shown: Shown): Promise<void> {
  const { id, path = '/' } = shown.data ?? {}
  shown.close()
  const goal = new URL(path, worker.location.origin)
  if (id) await post(`notifications/${encodeURIComponent(id)}/read`).catch(() => undefined)
  if (goal.origin !== worker.location.origin) return
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = windows.find(({ url }) => url === goal.href)
  await (there ? there.focus() : worker.clients.openWindow(goal.href))
}

/** Some browsers renew the address now and then, which only the worker hears of. */
async function renew({ oldSubscription, newSubscription }: Changed): Promise<void> {
  if (!oldSubscription) return
  const fresh = newSubscription ?? (await worker.registration.pushManager.subscribe(oldSubscription.options))
  const { endpoint, keys } = fresh.toJSON()
  await post('push-subscriptions/subscribe', { endpoint, keys })
  await post('push-subscriptions/unsubscribe', { endpoint: oldSubscription.endpoint })
}

/** Lets the service worker show what is pushed, and lead to what it is about. */
export function listenForPushes(): void {
  worker.addEventListener('push', (event) => event.waitUntil(show(event)))
  worker.addEventListener('notificationclick', (event) => event.waitUntil(open(event.notification)))
  worker.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)))
}
