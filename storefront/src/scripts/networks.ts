import { likelyOperator } from '../features/payments/operators.ts'

const ways = document.querySelector<HTMLElement>('[data-networks]')
let chosen = false

// The network follows the number that is typed, until the visitor chooses another.
ways?.addEventListener('change', ({ target }) => {
  if ((target as HTMLInputElement).name === 'operator') chosen = true
})
ways?.addEventListener('input', ({ target }) => {
  const { name, value } = target as HTMLInputElement
  if (name !== 'phone' || chosen) return
  const likely = ways.querySelector<HTMLInputElement>(`[name=operator][value="${likelyOperator(value)}"]`)
  if (likely) likely.checked = true
})
