import type { TextField } from 'payload'

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

const isCountry = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Z]{2}$/.test(value) && value !== 'ZZ' && Boolean(names.of(value))

const inCapitals = (value: unknown) => (typeof value === 'string' ? value.trim().toUpperCase() : value)

const allCountries = (value: unknown): true | string => {
  const wrong = [value ?? []].flat().filter((each) => !isCountry(each))
  return wrong.length === 0 || 'Give the two letters of each country, for instance TZ.'
}

/** A field that names one country by its two letters, or several of them. */
export const countryField = (name: string, overrides: Partial<Pick<TextField, 'hasMany' | 'admin' | 'label'>> = {}): TextField =>
  ({
    name,
    type: 'text',
    ...overrides,
    ...(overrides.hasMany ? { maxRows: 250 } : { maxLength: 2 }),
    hooks: { beforeValidate: [({ value }) => (Array.isArray(value) ? [...new Set(value.map(inCapitals))] : inCapitals(value) || null)] },
    validate: allCountries,
  }) as TextField
