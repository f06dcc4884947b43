import type { Field, SanitizedConfig } from 'payload'

/** A field that holds something, with its path from the document. */
export type Described = {
  path: string
  type: string
  meaning: string
  localized: boolean
  unique: boolean
  index: boolean
  many: boolean
  to: string[]
}

const usual: Record<string, string> = {
  id: 'identifier: a UUIDv7 text, ordered by time',
  createdAt: 'when it was made',
  updatedAt: 'when it was last changed',
  status: 'the state; changed by moves only',
  _status: 'draft or published',
  secretHash: 'hash of the secret that a guest holds',
  currency: 'currency of all amounts of the document',
  phone: 'mobile number in international form (E.164)',
  deletedAt: 'when it was put into the bin',
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '')

const optionsOf = (field: Field): string => {
  if (!('options' in field) || !Array.isArray(field.options) || field.options.length > 14) return ''
  return `one of ${field.options.map((option) => (typeof option === 'string' ? option : option.value)).join(', ')}`
}

const targets = (field: Field): string[] => ('relationTo' in field && field.relationTo ? [field.relationTo].flat() : [])

const typeOf = (field: Field): string => {
  const many = 'hasMany' in field && field.hasMany ? ' (many)' : ''
  const to = targets(field)
  return to.length > 0 ? `points at ${to.join(' or ')}${many}` : `${field.type}${many}`
}

const meaningOf = (field: Field, name: string): string => {
  const admin = 'admin' in field ? (field.admin as { description?: unknown } | undefined) : undefined
  const label = 'label' in field ? words(field.label) : ''
  return [words(admin?.description) || usual[name] || label || name, optionsOf(field)]
    .filter(Boolean)
    .join('; ')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
}

/** The fields of a collection that hold something, with those inside groups, tabs and rows of lists. */
export function described(fields: readonly Field[], above = '', many = false): Described[] {
  return fields.flatMap((field): Described[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => described(tab.fields, 'name' in tab && tab.name ? `${above}${tab.name}.` : above, many))
    if (field.type === 'ui' || field.type === 'join') return []
    const name = 'name' in field ? (field.name ?? '') : ''
    const list = field.type === 'array'
    const inner = 'fields' in field ? described(field.fields, name ? `${above}${name}.` : above, many || list) : []
    if (!name || field.type === 'group') return inner
    const own: Described = {
      path: `${above}${name}`,
      type: typeOf(field),
      meaning: meaningOf(field, name),
      localized: 'localized' in field && Boolean(field.localized),
      unique: 'unique' in field && Boolean(field.unique),
      index: 'index' in field && Boolean(field.index),
      many: many || list || field.type === 'blocks' || ('hasMany' in field && Boolean(field.hasMany)),
      to: targets(field),
    }
    return [own, ...inner.filter(({ path }) => !path.endsWith('.id'))]
  })
}

/** The collections and globals whose data are ours: not what Payload keeps for itself. */
export const tablesOf = (config: SanitizedConfig) =>
  [...config.collections, ...config.globals]
    .filter(({ slug }) => !slug.startsWith('payload-'))
    .map((each) => ({ slug: each.slug as string, fields: described(each.fields as Field[]) }))
