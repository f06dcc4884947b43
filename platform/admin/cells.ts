import type { CheckboxField, DateField, Field } from 'payload'

const yesNo = '/platform/admin/components/YesNoCell.tsx#YesNoCell'

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

/** Writes moments in forms as the lists do, and checkboxes in lists as words instead of `true` and `false`. */
export const withCells = (fields: readonly Field[]): Field[] =>
  fields.map((field): Field => {
    if (field.type === 'checkbox') return withYesNo(field)
    if (field.type === 'date') return withDate(field)
    return field.type === 'row' || field.type === 'collapsible' || field.type === 'group'
      ? { ...field, fields: withCells(field.fields) }
      : field
  })
