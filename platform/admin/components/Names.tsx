'use client'

import { type ReactNode, useEffect } from 'react'

/** What Payload draws without a word, and what those hear who do not see it. */
const names: readonly (readonly [selector: string, name: string])[] = [
  ['.clickable-arrow--left', 'Previous page'],
  ['.clickable-arrow--right', 'Next page'],
  ['.select-all input', 'Choose all rows'],
  ['tbody .checkbox-input input', 'Choose this row'],
  ['.doc-controls__popup .popup-button', 'More'],
  ['.array-actions__button', 'What to do with this row'],
  ['.clipboard-action__popup .popup-button', 'Copy and paste'],
  ['.collapsible__drag', 'Move this row'],
  ['.date-time-picker__clear-button', 'Empty'],
  ['.drawer-link__doc-drawer-toggler', 'Open'],
  ['.upload-relationship-details__edit', 'Edit this file'],
  ['.upload-relationship-details__remove', 'Take this file away'],
  ['.upload--has-many__drag', 'Move this file'],
  ['.doc-controls .popup-button--size-medium', 'Other ways to save'],
  ['.LexicalEditorTheme__block__removeButton', 'Take this block away'],
]

const inputs = 'input[id^="react-select"], .react-datepicker__input-container input, .ContentEditable__root'

const isNamed = (element: Element) => Boolean(element.getAttribute('aria-label') || element.getAttribute('aria-labelledby'))

/** What stands above an input. */
const labelOf = (input: Element) => input.closest('.field-type')?.querySelector('.field-label, label')?.textContent?.replace('*', '').trim()

function nameAll() {
  for (const [selector, name] of names)
    for (const element of document.querySelectorAll(selector)) if (!isNamed(element)) element.setAttribute('aria-label', name)
  for (const input of document.querySelectorAll(inputs)) if (!isNamed(input)) input.setAttribute('aria-label', labelOf(input) || 'Choose')
  // What is hidden from readers of screens is no stop for keys: selects open and empty by keys in their input.
  for (const hidden of document.querySelectorAll('.rs__indicators [aria-hidden="true"]:not([tabindex="-1"])'))
    hidden.setAttribute('tabindex', '-1')
  // Its children are no items.
  for (const list of document.querySelectorAll('.doc-tabs__tabs:not([role])')) list.setAttribute('role', 'none')
}

/** Gives names to controls of Payload that have none, as soon as they appear. */
export function Names({ children }: { children?: ReactNode }) {
  useEffect(() => {
    let waiting = 0
    const look = () => {
      waiting = 0
      nameAll()
    }
    const observer = new MutationObserver(() => {
      waiting ||= requestAnimationFrame(look)
    })
    observer.observe(document.body, { childList: true, subtree: true })
    look()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(waiting)
    }
  }, [])
  return children
}
