import type { CheckboxField, Field } from 'payload'

const yesNo = '/platform/admin/components/YesNoCell.tsx#YesNoCell'

const withYesNo = (field: CheckboxField): CheckboxField => ({
  ...field,
  admin: { ...field.admin, components: { Cell: yesNo, ...field.admin?.components } },
})

/** Shows checkboxes in lists as words instead of `true` and `false`. */
export const withCells = (fields: readonly Field[]): Field[] =>
  fields.map((field): Field => {
    if (field.type === 'checkbox') return withYesNo(field)
    return field.type === 'row' || field.type === 'collapsible' || field.type === 'group'
      ? { ...field, fields: withCells(field.fields) }
      : field
  })
