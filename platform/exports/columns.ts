import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { fail } from '../errors.ts'
import { inWords } from '../in-words.ts'
import { labelText } from './labels.ts'
import type { Column } from './table.ts'

/** A column of a list: the field that it shows, and where it stands in the document. */
export type FieldColumn = Column & { field: FlattenedField; path: readonly string[]; summed: boolean }

/** What no list shows as a column. */
const unshown = new Set<FlattenedField['type']>(['join'])

/** Whether a date is a day and no moment. */
export const isDay = (field: FlattenedField): boolean => field.type === 'date' && field.admin?.date?.pickerAppearance === 'dayOnly'

const kindOf = (field: FlattenedField): Column['kind'] => {
  if (isDay(field) || field.custom?.rate) return 'text'
  if (field.type === 'date') return 'date'
  if (field.type !== 'number' || ('hasMany' in field && field.hasMany)) return 'text'
  return field.custom?.money ? 'money' : 'number'
}

/** Amounts add up unless their field says otherwise, as prices do; other numbers only where it says so. */
const isSummed = ({ type, custom, ...field }: FlattenedField): boolean =>
  type === 'number' &&
  !('localized' in field && field.localized) &&
  !('virtual' in field && field.virtual) &&
  (custom?.sum ?? custom?.money ?? false)

/** As the list of the admin has it. */
const isHidden = (field: FlattenedField) =>
  ('hidden' in field && field.hidden === true) ||
  (field.name !== 'id' && field.admin?.disabled === true) ||
  (field.admin !== undefined && 'disableListColumn' in field.admin && field.admin.disableListColumn === true)

async function mayRead(req: PayloadRequest, field: FlattenedField): Promise<boolean> {
  const rule = 'access' in field ? field.access?.read : undefined
  return !rule || (await rule({ req })) === true
}

async function within(
  req: PayloadRequest,
  fields: readonly FlattenedField[],
  before: readonly { name: string; label: string }[],
): Promise<FieldColumn[]> {
  const found: FieldColumn[] = []
  for (const field of fields) {
    if (isHidden(field) || unshown.has(field.type) || !(await mayRead(req, field))) continue
    const label = field.name === 'id' ? 'ID' : labelText('label' in field ? field.label : undefined, req, inWords(field.name))
    const steps = [...before, { name: field.name, label }]
    if (field.type === 'group' || field.type === 'tab') found.push(...(await within(req, field.flattenedFields, steps)))
    else
      found.push({
        name: steps.map(({ name }) => name).join('.'),
        label: steps.map(({ label }) => label).join(' > '),
        kind: kindOf(field),
        field,
        path: steps.map(({ name }) => name),
        summed: isSummed(field),
      })
  }
  return found
}

/** Every column of a collection that the caller may take away: no secrets, nothing hidden, no field that the caller may not read. */
export const columnsFor = (
  req: PayloadRequest,
  { flattenedFields }: Pick<SanitizedCollectionConfig, 'flattenedFields'>,
): Promise<FieldColumn[]> => within(req, flattenedFields, [])

/** The columns that a list shows at first: those that its collection names, or its title and the next ones, as the admin has it. */
function first({ admin }: SanitizedCollectionConfig, all: readonly FieldColumn[]): FieldColumn[] {
  const named = admin.defaultColumns ?? []
  if (named.length > 0) return named.flatMap((name) => all.find((column) => column.name === name) ?? [])
  const title = all.filter(({ name }) => name === admin.useAsTitle)
  return [...title, ...all.filter(({ name }) => name !== admin.useAsTitle && name !== 'id')].slice(0, 4)
}

const isCurrency = ({ name }: FieldColumn) => name === 'currency'

/** The columns that are asked for, in that order, with the currency beside amounts; throws VALIDATION for those that there are not for the caller. */
export async function chosenColumns(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  names: readonly string[] | undefined,
): Promise<FieldColumn[]> {
  const all = await columnsFor(req, collection)
  const chosen = names ? [...new Set(names)].map((name) => all.find((column) => column.name === name) ?? name) : first(collection, all)
  const unknown = chosen.filter((column) => typeof column === 'string')
  if (unknown.length > 0)
    return fail('VALIDATION', {
      errors: unknown.map((name) => ({ path: 'columns', code: 'UNKNOWN_PATH', message: `There is no column ${name}.` })),
    })
  const columns = chosen as FieldColumn[]
  const currency = all.find(isCurrency)
  const lastAmount = columns.findLastIndex(({ kind }) => kind === 'money')
  return currency && lastAmount >= 0 && !columns.some(isCurrency) ? columns.toSpliced(lastAmount + 1, 0, currency) : columns
}

/** What stands in a document at a path. */
export const valueAt = (doc: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], doc)
