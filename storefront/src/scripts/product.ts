import { answerTo } from './answer.ts'
import { showCartCount } from './cart-count.ts'
import { isOffline, tellOffline } from './offline.ts'
import { chooseByOptions } from './options.ts'
import './stepper.ts'
import { tell } from './toast.ts'

const form = document.querySelector<HTMLFormElement>('[data-add-to-cart]')

// The price above the form is that of the chosen variant.
form?.addEventListener('change', ({ target }) => {
  const { price } = (target as HTMLElement).dataset
  if (price) for (const shown of document.querySelectorAll('[data-shown-price]')) shown.textContent = price
})

chooseByOptions()

form?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const { submitter } = event
  if (submitter?.hasAttribute('aria-busy')) return
  submitter?.setAttribute('aria-busy', 'true')
  try {
    const answer = await answerTo(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form) as never),
      headers: { accept: 'application/json' },
    })
    if (!answer) return
    const { problem } = JSON.parse(answer.text) as { problem?: string }
    if (problem) tell('danger', problem)
    else tell('success', form.dataset.added ?? '', { href: form.dataset.cart ?? '', text: form.dataset.view ?? '' })
    showCartCount()
  } catch {
    if (isOffline()) tellOffline()
    else form.submit()
  } finally {
    submitter?.removeAttribute('aria-busy')
  }
})

// A small picture moves the big one, not the page.
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#picture-"]')
  const picture = link && document.querySelector<HTMLElement>(link.hash)
  if (!picture?.parentElement) return
  event.preventDefault()
  picture.parentElement.scrollTo({ left: picture.offsetLeft - picture.parentElement.offsetLeft })
})
