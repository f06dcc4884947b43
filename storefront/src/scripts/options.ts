function standIn(list: HTMLFieldSetElement, options: HTMLElement) {
  const variants = [...list.querySelectorAll('input')]
  const groups = [...options.querySelectorAll<HTMLFieldSetElement>('[data-option]')]
  const status = options.querySelector<HTMLElement>('[data-combination]')
  const buttons = document.querySelectorAll<HTMLButtonElement>('#buy button, button[form=buy]')

  const inputsOf = (group: HTMLFieldSetElement) => [...group.querySelectorAll('input')]
  const available = (values: (string | undefined)[]) =>
    variants.find(({ disabled, dataset }) => !disabled && values.every((value) => value && dataset.values?.split(' ').includes(value)))

  const show = () => {
    const chosen = groups.map((group) => inputsOf(group).find(({ checked }) => checked)?.value)
    for (const [index, group] of groups.entries())
      for (const input of inputsOf(group)) {
        const out = input.closest('label')?.querySelector<HTMLElement>('[data-out]')
        if (out) out.hidden = Boolean(available(chosen.map((value, at) => (at === index ? input.value : value))))
      }
    const variant = available(chosen)
    for (const each of variants) each.checked = each === variant
    for (const button of buttons) button.disabled = !variant
    if (status) status.textContent = variant ? '' : (status.dataset.combination ?? '')
    variant?.dispatchEvent(new Event('change', { bubbles: true }))
  }

  for (const group of groups) group.addEventListener('change', show)
  list.hidden = true
  options.hidden = false
  show()
}

/** Lets the options of a product stand in for the list of its variants: the values together choose one of its radio buttons, which is what is sent. */
export function chooseByOptions(): void {
  const list = document.querySelector<HTMLFieldSetElement>('[data-variants]')
  const options = document.querySelector<HTMLElement>('[data-options]')
  if (list && options) standIn(list, options)
}
