import type { CheckboxField, DateField, Field, TextField } from 'payload'
import { inWords } from '../in-words.ts'

const yesNo = '/platform/admin/components/YesNoCell.tsx#YesNoCell'
const words = '/platform/admin/components/WordsCell.tsx#WordsCell'

/** How the admin writes a moment, and a day. */
export const dateFormats = { moment: 'd MMM yyyy, HH:mm', day: 'd MMM yyyy' } as const

const withYesNo = (field: CheckboxField): CheckboxField => ({
  ...field,
  admin: { ...field.admin, components: { Cell: yesNo, ...field.admin?.components } },
})

const withDate = (field: DateField): DateField => {
  const { pickerAppearance = 'dayAndTime', ...date } = field.admin?.date ?? {}
  const displayFormat = pickerAppearance === 'dayAndTime' ? dateFormats.moment : dateFormats.day
  const usual = { displayFormat, ...(pickerAppearance === 'dayAndTime' && { timeFormat: 'HH:mm' }) }
  return { ...field, admin: { ...field.admin, date: { pickerAppearance, ...usual, ...date } as NonNullable<DateField['admin']>['date'] } }
}

/** Several texts in a list, which Payload writes as JSON. */
const withWords = (field: TextField): TextField => ({
  ...field,
  admin: { ...field.admin, components: { Cell: words, ...field.admin?.components } },
})

/** Calls a field by its name where it was not given a label: `Paid at` instead of `Paid At`. */
const withLabel = <Any extends Field>(field: Any): Any =>
  'name' in field && field.name && !('label' in field && field.label !== undefined) ? { ...field, label: inWords(field.name) } : field

function withCell(field: Field): Field {
  if (field.type === 'checkbox') return withYesNo(field)
  if (field.type === 'date') return withDate(field)
  if (field.type === 'text' && field.hasMany) return withWords(field)
  if (field.type === 'blocks') return { ...field, blocks: field.blocks.map((block) => ({ ...block, fields: withCells(block.fields) })) }
  if (field.type === 'tabs') return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: withCells(tab.fields) })) }
  return 'fields' in field ? ({ ...field, fields: withCells(field.fields) } as Field) : field
}

/** Writes moments in forms as the lists do, checkboxes and several texts in lists as words, and labels like all other text. */
export const withCells = (fields: readonly Field[]): Field[] => fields.map((field) => withLabel(withCell(field)))
