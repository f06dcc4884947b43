import type { ArrayField, Field, TextareaField, TextField } from 'payload'
import { rowName } from '../../platform/row-name.ts'
import { isTarget } from '../content/address.ts'

/** The heading of a block. */
export const headingField = (overrides: Partial<Pick<TextField, 'required'>> = {}): TextField => ({
  name: 'title',
  type: 'text',
  localized: true,
  maxLength: 120,
  label: 'Heading',
  ...overrides,
})

/** A few sentences below the heading. */
export const introField: TextareaField = { name: 'text', type: 'textarea', localized: true, maxLength: 600, label: 'Introduction' }

const isHref = (value: unknown) =>
  !value || isTarget(value) || 'Give a path such as /contact, a whole address such as https://example.com, or mailto: and tel: addresses.'

/** Where something leads to: a path of this site without language, or an address elsewhere. */
export const hrefField = (required = false): TextField => ({
  name: 'href',
  type: 'text',
  required,
  maxLength: 500,
  label: 'Leads to',
  validate: (value: unknown) => (required && !value ? 'Say where it leads to.' : isHref(value)),
  admin: { description: 'A path such as /contact (visitors keep their language), or a whole address.' },
})

/** A text that leads somewhere. */
export const linkFields: Field[] = [
  {
    type: 'row',
    fields: [{ name: 'label', type: 'text', required: true, localized: true, maxLength: 60 }, hrefField(true)],
  },
]

/** Buttons; the first one stands out. */
export const actionsField: ArrayField = {
  name: 'actions',
  type: 'array',
  maxRows: 2,
  label: 'Buttons',
  labels: { singular: 'Button', plural: 'Buttons' },
  admin: { description: 'The first one stands out.', components: { RowLabel: rowName('Button', 'label') } },
  fields: linkFields,
}
