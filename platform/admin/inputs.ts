/** The documents of which one is chosen: what of them is sent, and what is shown. In the meta of a schema as `x-choices`. */
export type Choices = { collection: string; value: string; label: string }

/** One value that a dialog asks for. */
export type Input = {
  name: string
  label: string
  kind: 'number' | 'text' | 'choice'
  required: boolean
  min?: number
  max?: number
  maxLength?: number
  /** What can be chosen. */
  options?: { value: string; label: string }[]
  /** Where what can be chosen is read. */
  choices?: Choices
}

/** The body that a filled-in form means; what was left empty is not sent. */
export function bodyOf(inputs: readonly Input[], form: Pick<FormData, 'get'>): Record<string, string | number> {
  const entries = inputs.map(({ name, kind }) => {
    const text = String(form.get(name) ?? '').trim()
    return [name, kind === 'number' && text !== '' ? Number(text) : text] as const
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}
