/** One value that a dialog asks for. */
export type Input = {
  name: string
  label: string
  kind: 'number' | 'text'
  required: boolean
  min?: number
  max?: number
  maxLength?: number
}

/** The body that a filled-in form means; what was left empty is not sent. */
export function bodyOf(inputs: readonly Input[], form: Pick<FormData, 'get'>): Record<string, string | number> {
  const entries = inputs.map(({ name, kind }) => {
    const text = String(form.get(name) ?? '').trim()
    return [name, kind === 'number' && text !== '' ? Number(text) : text] as const
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}
