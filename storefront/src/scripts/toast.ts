/** How long a word at the edge of the screen stays, in milliseconds; whoever is at it is waited for. */
const stays = 8_000

let going: ReturnType<typeof setTimeout> | undefined

function leaveLater(note: HTMLElement) {
  clearTimeout(going)
  going = setTimeout(() => (note.matches(':hover, :focus-within') ? leaveLater(note) : note.replaceChildren()), stays)
}

function place(): HTMLElement {
  const there = document.querySelector<HTMLElement>('[data-told]')
  if (there) return there
  const note = document.body.appendChild(document.createElement('div'))
  note.setAttribute('data-told', '')
  note.setAttribute('role', 'status')
  return note
}

/** Tells beside the page what just happened, where a screen reader hears it too, and goes again by itself. */
export function tell(tone: 'success' | 'warning' | 'danger', text: string, link?: { href: string; text: string }): void {
  const note = place()
  note.setAttribute('data-tone', tone)
  note.className = 'notice toast screen-only'
  note.replaceChildren(document.createTextNode(text))
  leaveLater(note)
  if (!link) return
  const way = note.appendChild(document.createElement('a'))
  way.className = 'link ml-auto font-semibold whitespace-nowrap'
  way.href = link.href
  way.textContent = link.text
}
