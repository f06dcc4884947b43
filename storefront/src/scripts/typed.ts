type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const nameOf = (form: string) => `typed.${form}`

/** Where it is kept: as long as the tab is open, and not at all where the browser forbids it. */
const store = (() => {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
})()

const typedInto = (form: string) => JSON.parse(store?.getItem(nameOf(form)) ?? '{}') as Record<string, string>

const isKept = ({ name, type }: Input) => name !== '' && type !== 'hidden' && type !== 'password'

/** Writes what was typed into the form again, where the server had nothing to say about it yet. */
function restore(form: HTMLFormElement) {
  const typed = typedInto(form.dataset.typed ?? '')
  for (const input of [...form.elements] as Input[]) {
    const value = typed[input.name]
    if (value === undefined || !isKept(input)) continue
    if (input.type !== 'radio') input.value = value
    else if (input.value === value) (input as HTMLInputElement).checked = true
  }
}

// Between the first letter and the answer may come a lost network, another language, a look at the cart: nothing that was typed is lost.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-typed]')) {
  if (form.querySelector('[data-problems]:not([hidden])') === null) restore(form)
  form.addEventListener('input', ({ target }) => {
    const input = target as Input
    const name = form.dataset.typed ?? ''
    if (isKept(input)) store?.setItem(nameOf(name), JSON.stringify({ ...typedInto(name), [input.name]: input.value }))
  })
}

// It went through: nothing of it has to be kept.
for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-sent-forms]'))
  for (const form of dataset.sentForms?.split(' ') ?? []) store?.removeItem(nameOf(form))
