import { comeBack } from '../../../platform/client/come-back.ts'

type Watched = { collection: string; id: string }

/** How often to look without being told, in milliseconds: seldom while a socket tells, often while none does. */
const patience = { told: 60_000, alone: 5_000 }

const shown = () => document.querySelector<HTMLElement>('[data-order]')
const isLive = () => shown()?.dataset.watch !== undefined
let busy = false
let again = false
let told = false
let watch = (_documents: Watched[]) => {}

/** Fetches the page again and takes it over when the order or its payment has moved on. */
async function takeOver() {
  const old = shown()
  if (!old || old.querySelector('[data-sent]')) return
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
    const fresh = page.querySelector<HTMLElement>('[data-order]')
    if (!fresh || fresh.dataset.order === old.dataset.order) return
    old.replaceWith(fresh)
    const said = document.querySelector('[data-said]')
    if (said) said.textContent = fresh.querySelector('[data-headline]')?.textContent ?? ''
    watch(JSON.parse(fresh.dataset.watch ?? '[]') as Watched[])
  } catch {
    // Offline: the next try comes by itself.
  }
}

/** Brings the page up to date; what is heard meanwhile is looked at once more. */
async function refresh() {
  again = true
  if (busy) return
  busy = true
  while (again) {
    again = false
    await takeOver()
  }
  busy = false
}

function lookAgain() {
  setTimeout(
    async () => {
      if (!document.hidden) await refresh()
      if (isLive()) lookAgain()
    },
    told ? patience.told : patience.alone,
  )
}

/** Lets the server tell when something changed; the code for it is fetched only here. */
async function listen() {
  const { io } = await import('socket.io-client')
  const secret = shown()?.dataset.secret
  const socket = io({ path: '/socket.io', transports: ['websocket'] })
  comeBack(socket)
  // What happened before the server listened is fetched once it does.
  const join = (each: Watched) =>
    socket.emit('join', { ...each, ...(secret && { secret }) }, ({ ok }: { ok: boolean }) => {
      told = ok
      void refresh()
    })
  const joined = new Map<string, Watched>()
  watch = (documents) => {
    if (documents.length === 0) return void socket.close()
    for (const each of documents.filter(({ id }) => !joined.has(id))) {
      joined.set(each.id, each)
      if (socket.connected) join(each)
    }
  }
  socket.on('connect', () => {
    for (const each of joined.values()) join(each)
  })
  socket.on('disconnect', () => (told = false))
  socket.on('changed', () => void refresh())
  watch(JSON.parse(shown()?.dataset.watch ?? '[]') as Watched[])
}

if (isLive()) {
  lookAgain()
  listen().catch(() => undefined)
  document.addEventListener('visibilitychange', () => !document.hidden && isLive() && void refresh())
}
