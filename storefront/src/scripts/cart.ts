const form = document.querySelector<HTMLFormElement>('[data-cart-form]')
const update = form?.querySelector<HTMLButtonElement>('[data-cart-update]')

// A changed number is taken over by itself, so the button that does it without scripts can go.
if (form && update) {
  update.hidden = true
  form.addEventListener('change', ({ target }) => {
    const input = target as HTMLInputElement
    if (input.type === 'number' && input.reportValidity()) form.requestSubmit(update)
  })
}
