const inputOf = (button: HTMLElement) => button.closest('[data-stepper]')?.querySelector<HTMLInputElement>('input')

/** Shows the buttons that count a number up and down, each only while it can. */
export function showSteppers(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-step]')) {
    const input = inputOf(button)
    if (!input) continue
    button.hidden = false
    const most = Number(input.max || Number.POSITIVE_INFINITY)
    button.disabled = button.dataset.step === '1' ? input.valueAsNumber >= most : !(input.valueAsNumber > 1)
  }
}

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLButtonElement>('[data-step]')
  const input = button && inputOf(button)
  if (!input) return
  const now = Number.isNaN(input.valueAsNumber) ? 0 : input.valueAsNumber
  input.value = String(Math.max(1, Math.min(now + Number(button.dataset.step), Number(input.max || 99))))
  input.dispatchEvent(new Event('change', { bubbles: true }))
  // A button that can do no more takes the focus along into nothing.
  if (button.disabled) input.focus()
})
document.addEventListener('change', ({ target }) => {
  if ((target as Element).closest('[data-stepper]')) showSteppers()
})
addEventListener('pageshow', showSteppers)
showSteppers()
