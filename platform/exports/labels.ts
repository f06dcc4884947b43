import type { PayloadRequest } from 'payload'

/** What something is called in the reader's language, where the admin has it; labels are texts, tables of languages or functions. */
export function labelText(label: unknown, { i18n }: Pick<PayloadRequest, 'i18n'>, otherwise: string): string {
  if (typeof label === 'string' && label !== '') return label
  if (typeof label === 'function') return String((label as (args: object) => unknown)({ i18n, t: i18n.t }))
  if (typeof label === 'object' && label !== null) {
    const texts = label as Record<string, string>
    return texts[i18n.language] ?? texts.en ?? Object.values(texts)[0] ?? otherwise
  }
  return otherwise
}
