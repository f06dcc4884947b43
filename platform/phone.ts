import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/mobile'
import type { TextField } from 'payload'

/** Where a number without a country code is taken to be from. */
const homeCountries: CountryCode[] = ['TZ', 'ZW', 'KE']

/** The E.164 form of a mobile number written in any usual way; undefined when it is none. */
export function toE164(text: string): string | undefined {
  const international = parsePhoneNumberFromString(text.trim())
  if (international?.isValid()) return international.number
  for (const country of homeCountries) {
    const number = parsePhoneNumberFromString(text.trim(), country)
    if (number?.isValid()) return number.number
  }
  const bare = parsePhoneNumberFromString(`+${text.replace(/\D/g, '')}`)
  return bare?.isValid() ? bare.number : undefined
}

/** A mobile number, accepted in local or international form and stored as E.164. */
export const phoneField = (overrides: Partial<Omit<TextField, 'type' | 'hasMany'>> = {}): TextField =>
  ({
    name: 'phone',
    type: 'text',
    ...overrides,
    validate: (value: unknown) =>
      !value || (typeof value === 'string' && toE164(value) !== undefined) || 'Give a mobile number, for instance +255 712 345 678.',
    hooks: { beforeChange: [({ value }: { value?: unknown }) => (typeof value === 'string' && value ? toE164(value) : value)] },
  }) as TextField
