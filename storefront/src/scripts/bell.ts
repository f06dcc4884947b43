import { comeBack } from '../../../platform/client/come-back.ts'

/** What happens at once comes in one answer: how long it is waited for more, in milliseconds. */
const pause = 300

const bell = document.querySelector<HTMLElement>('[data-bell]')
const inbox = () => document.querySelector<HTMLElement>('[data-inbox]')

function show(count: number) {
  for (const badge of document.querySelectorAll<HTMLElement>('[data-unread]')) {
    badge.hidden = count === 0
    const number = badge.querySelector('[data-count]')
    if (number) number.textContent = count > 99 ? '99+' : String(count)
  }
}

/** Fetches the page again and takes over its list when there is something new in it. */
async function renew(old: HTMLElement) {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
  const fresh = page.querySelector<HTMLElement>('[data-inbox]')
  // Not from under somebody's finger.
  if (!fresh || fresh.dataset.inbox === old.dataset.inbox || old.querySelector('[data-sent]')) return
  const focused = old.contains(document.activeElement)
  old.replaceWith(fresh)
  if (focused) document.getElementById('content')?.focus({ preventScroll: true })
}

async function count() {
  try {
    const answer = await fetch('/api/notifications/unread', { headers: { accept: 'application/json' } })
    if (answer.ok) show(((await answer.json()) as { count: number }).count)
    const list = inbox()
    if (answer.ok && list) await renew(list)
  } catch {
    // Offline: the next hint or the next page tells.
  }
}

/** Lets the server tell when there is something new; the code for it is fetched only here, after everything that the visitor waits for. */
async function listen(user: string) {
  const { io } = await import('socket.io-client')
  const socket = io({ path: '/socket.io', transports: ['websocket'] })
  comeBack(socket)
  let soon: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    clearTimeout(soon)
    soon = setTimeout(() => void count(), pause)
  }
  // What came before the server listened is counted once it does.
  socket.on('connect', () => socket.emit('join', { collection: 'users', id: user }, look))
  socket.on('changed', ({ collection }: { collection: string }) => {
    if (collection === 'users') look()
  })
}

const user = bell?.dataset.bell
if (user && !document.querySelector('[data-saves]'))
  addEventListener('load', () => setTimeout(() => void listen(user).catch(() => undefined), 500))
