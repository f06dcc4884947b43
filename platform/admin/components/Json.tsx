import type { JSONFieldServerProps } from 'payload'
import { CopyButton } from './CopyButton.tsx'

/** JSON that nobody edits, indented, with a button that copies it. */
export function Json({ field, siblingData, clientField }: JSONFieldServerProps) {
  const value = (siblingData as Record<string, unknown>)[field.name]
  const text = value === undefined || value === null ? '' : JSON.stringify(value, null, 2)
  const label = typeof clientField.label === 'string' ? clientField.label : field.name
  const { description } = field.admin ?? {}
  return (
    <section aria-label={label} className="field-type json">
      <span className="field-label">
        {label} {text && <CopyButton text={text} />}
      </span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys. */}
      <pre tabIndex={0}>{text || '–'}</pre>
      {typeof description === 'string' && <p className="field-description">{description}</p>}
    </section>
  )
}
