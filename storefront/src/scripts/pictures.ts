// A picture that was left out comes in its place when it is asked for; without scripts the same link opens it.
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-picture]')
  const template = link?.nextElementSibling
  if (!link || !(template instanceof HTMLTemplateElement) || event.ctrlKey || event.metaKey || event.shiftKey) return
  const picture = template.content.querySelector('img')
  if (!picture) return
  event.preventDefault()
  const shown = document.importNode(picture, true)
  shown.tabIndex = -1
  template.remove()
  link.replaceWith(shown)
  // Whoever uses the keyboard stays where they were.
  shown.focus({ preventScroll: true })
})
