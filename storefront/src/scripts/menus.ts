const open = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')

// A menu closes when the visitor turns elsewhere, or says so with Escape.
document.addEventListener('click', ({ target }) => {
  for (const menu of open()) if (!menu.contains(target as Node)) menu.open = false
})
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  for (const menu of open()) {
    menu.open = false
    menu.querySelector('summary')?.focus()
  }
})

for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
