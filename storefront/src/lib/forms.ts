import type { ApiError } from '../../../platform/client/error.ts'
import { type Translate, translateIfKnown } from '../i18n/index.ts'

/** What a form shows: what was typed, what is wrong with it and where, what went wrong as a whole, and where that can be mended. */
export type FormState = {
  values: Record<string, string>
  faults: Record<string, string>
  problem?: string
  way?: { href: string; text: string }
  reference?: string
}

/** A form that nobody has filled in yet. */
export const blank = (values: Record<string, string> = {}): FormState => ({ values, faults: {} })

/** The texts of a form that was sent; files are left out. What is no form at all is as good as an empty one. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const form = await request.formData().catch(() => new FormData())
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string').map(([name, value]) => [name, value.trim()]),
  )
}

/** A random key that makes sending the same form twice the same as sending it once. */
export const newKey = (): string => crypto.randomUUID()

/** What an error of the API means to a visitor, in their language. */
export const problemText = (t: Translate, { code }: Pick<ApiError, 'code'>): string =>
  translateIfKnown(t, `errors.${code}`) ?? t('errors.UNEXPECTED')

/** What is wrong with a field, in words: about this field and fault, about this field, or that it is missing or not right. */
function faultText(t: Translate, path: string, code: string): string {
  const known = translateIfKnown(t, `faults.${path}.${code}`) ?? translateIfKnown(t, `faults.${path}`)
  const field = translateIfKnown(t, `field.${path.split('.').at(-1)}`)
  return known ?? (field ? t('faults.missing', { field }) : t('faults.INVALID'))
}

/**
 * What a form says after the API refused it: faults beside the fields that the form has, everything else above it.
 * Nothing that was typed is lost, except passwords.
 */
export function refused(t: Translate, refusal: ApiError, values: Record<string, string>, fields: readonly string[]): FormState {
  const found = refusal.faults.map(({ path, code }) => ({
    field: fields.find((name) => path === name || path.startsWith(`${name}.`)),
    code,
  }))
  const faults = Object.fromEntries(found.flatMap(({ field, code }) => (field ? [[field, faultText(t, field, code)]] : [])))
  const covered = found.length > 0 && found.every(({ field }) => field)
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !name.toLowerCase().includes('password')))
  return {
    values: kept,
    faults,
    ...(!covered && { problem: problemText(t, refusal) }),
    ...(refusal.status >= 500 && { reference: refusal.requestId }),
  }
}
