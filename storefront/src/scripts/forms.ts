import { isOffline, tellOffline } from './offline.ts'

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const inputs = (form: HTMLFormElement) =>
  [...form.querySelectorAll<Input>('input.field, select.field, textarea.field')].filter((input) => input.offsetParent !== null)

/** Whether a field is right, by the browser's own rules; some are wanted only while they are shown. */
const isRight = (input: Input) =>
  input.validity.valid && !(input.dataset.wanted !== undefined && input.dataset.wanted !== 'false' && input.value.trim() === '')

/** Shows or takes away the words beside a field; says whether it is right. */
function judge(input: Input): boolean {
  const right = isRight(input)
  const words = document.getElementById(`${input.id}-fault`)
  const text = input.dataset.fault
  if (!words || !text) return right
  words.hidden = right
  const said = words.querySelector('span')
  if (said) said.textContent = right ? '' : text
  if (right) input.removeAttribute('aria-invalid')
  else input.setAttribute('aria-invalid', 'true')
  return right
}

/** Lists what is wrong above the form, each with the way to its field. */
function summarise(form: HTMLFormElement, wrong: Input[]) {
  const place = form.querySelector<HTMLElement>('[data-problems]')
  if (!place) return wrong[0]?.focus()
  const box = document.createElement('div')
  box.className = 'notice'
  box.dataset.tone = 'danger'
  box.setAttribute('role', 'alert')
  const inner = box.appendChild(document.createElement('div'))
  const title = inner.appendChild(document.createElement('p'))
  title.className = 'font-semibold'
  title.textContent = place.dataset.title ?? ''
  const list = inner.appendChild(document.createElement('ul'))
  list.className = 'mt-1 list-disc pl-5'
  for (const { id, dataset } of wrong) {
    const link = list.appendChild(document.createElement('li')).appendChild(document.createElement('a'))
    link.className = 'link'
    link.href = `#${id}`
    link.textContent = dataset.fault ?? ''
  }
  place.replaceChildren(box)
  place.hidden = false
  place.focus()
}

// A link in such a list goes into the field, not only to it.
document.addEventListener('click', ({ target }) => {
  const link = (target as Element).closest<HTMLAnchorElement>('[data-problems] a[href^="#"]')
  if (link) setTimeout(() => document.querySelector<HTMLElement>(link.hash)?.focus())
})

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-checked]')) {
  form.noValidate = true
  form.addEventListener('focusout', ({ target, relatedTarget }) => {
    const input = target as Input
    // Words that come up now would move the button away that is being pressed; it checks everything itself.
    if ((relatedTarget as Element | null)?.matches('button:not([type=button])')) return
    if (input.matches('.field') && input.value !== '') judge(input)
  })
  // Taken back as soon as it is right: words that vanish only on leaving would move the button away from under the finger.
  form.addEventListener('input', ({ target }) => {
    const input = target as Input
    if (input.matches('.field[aria-invalid]')) judge(input)
  })
  form.querySelector<HTMLElement>('[data-problems]:not([hidden])')?.focus()
}

// What was typed can be looked at before it is sent; it is sent as what it is, for browsers that remember it.
for (const button of document.querySelectorAll<HTMLElement>('[data-peek]')) {
  const input = button.parentElement?.querySelector('input')
  const peek = (shown: boolean) => {
    input?.setAttribute('type', shown ? 'text' : 'password')
    button.setAttribute('aria-pressed', String(shown))
  }
  button.hidden = false
  button.addEventListener('click', () => peek(input?.type === 'password'))
  input?.form?.addEventListener('submit', () => peek(false))
}

// Checked, and then sent once, however often the button is pressed.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (event.defaultPrevented) return
  const wrong = form.dataset.checked === undefined ? [] : inputs(form).filter((input) => !judge(input))
  if (wrong.length > 0) {
    event.preventDefault()
    return summarise(form, wrong)
  }
  // The page would be gone for one that says that there is no network.
  if (isOffline() && form.method === 'post') {
    event.preventDefault()
    return tellOffline()
  }
  if (form.dataset.once === undefined) return
  if (form.dataset.sent !== undefined) return event.preventDefault()
  form.dataset.sent = ''
  event.submitter?.setAttribute('aria-busy', 'true')
})

// A page that comes back from the browser's memory can be used again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) {
    delete form.dataset.sent
    form.querySelector('[aria-busy]')?.removeAttribute('aria-busy')
  }
})
