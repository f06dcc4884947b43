import { answerTo } from './answer.ts'
import { showCartCount } from './cart-count.ts'
import { isOffline, tellOffline } from './offline.ts'
import { showSteppers } from './stepper.ts'

const formOf = () => document.querySelector<HTMLFormElement>('[data-cart-form]')

/** Somebody who counts up by five presses five times: the last number is sent. */
const pause = 300

let soon: ReturnType<typeof setTimeout> | undefined
let waiting: URLSearchParams | undefined
let busy = false

/** A changed number is taken over by itself, so the button that does it without scripts can go. */
function prepare() {
  const update = formOf()?.querySelector<HTMLElement>('[data-cart-update]')
  if (update) update.hidden = true
  showSteppers()
  showCartCount()
}

/** Puts the cart as it is now in the place of the old one; who was in it stays where they were. */
function show(html: string) {
  const place = document.querySelector('[data-cart-page]')
  const page = new DOMParser().parseFromString(html, 'text/html')
  const fresh = page.querySelector('[data-cart-page]')
  // Around an empty cart the page is another one.
  if (!place || !fresh || page.body.className !== document.body.className) return location.reload()
  const { id = '' } = document.activeElement ?? {}
  const wasInside = place.contains(document.activeElement)
  place.replaceChildren(...fresh.childNodes)
  prepare()
  const said = document.querySelector('[data-cart-said]')
  if (said) said.textContent = document.querySelector('[data-cart-sum]')?.textContent ?? ''
  if (!wasInside) return
  const again = document.getElementById(id) as HTMLButtonElement | null
  const next = again?.disabled ? again.parentElement?.querySelector<HTMLElement>('input') : again
  // What was removed leaves its neighbour.
  const instead = next ?? place.querySelector<HTMLElement>('[data-cart-line] button[name=remove]')
  instead?.focus({ preventScroll: Boolean(next) })
}

async function send(body: URLSearchParams) {
  waiting = body
  if (busy) return
  busy = true
  try {
    let answer: Awaited<ReturnType<typeof answerTo>>
    while (waiting) {
      const now: URLSearchParams = waiting
      waiting = undefined
      formOf()?.setAttribute('aria-busy', 'true')
      answer = await answerTo(location.pathname, { method: 'POST', body: now })
    }
    if (!answer) return
    history.replaceState(null, '', answer.url)
    show(answer.text)
  } catch {
    if (isOffline()) sendLater()
    else formOf()?.submit()
  } finally {
    busy = false
    formOf()?.removeAttribute('aria-busy')
  }
}

/** What was changed without a network is sent with the next one, unless the visitor went on changing. */
function sendLater() {
  tellOffline()
  const form = formOf()
  if (form) addEventListener('online', () => void send(bodyOf(form)), { once: true })
}

const bodyOf = (form: HTMLFormElement, submitter?: HTMLElement | null) =>
  new URLSearchParams([...new FormData(form, submitter)] as [string, string][])

document.addEventListener('change', ({ target }) => {
  const input = target as HTMLInputElement
  const form = formOf()
  if (!form || input.form !== form || input.type !== 'number' || !input.reportValidity()) return
  clearTimeout(soon)
  soon = setTimeout(() => void send(bodyOf(form)), pause)
})

document.addEventListener('submit', (event) => {
  const form = formOf()
  const submitter = event.submitter as HTMLButtonElement | null
  if (!form || event.target !== form) return
  clearTimeout(soon)
  // On the way to the checkout the page is left.
  if (submitter?.name === 'checkout') return
  event.preventDefault()
  void send(bodyOf(form, submitter))
})

prepare()
