import type { JSONField } from 'payload'
import { serverOnly } from '../server-only.ts'

const whole = { type: 'integer' } as const

const schema: JSONField['jsonSchema'] = {
  uri: 'vior://tax-table.json',
  fileMatch: ['vior://tax-table.json'],
  schema: {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'kind', 'rateBp', 'net', 'tax', 'gross'],
      properties: {
        name: { type: 'string' },
        kind: { type: 'string', enum: ['rated', 'zero', 'exempt'] },
        rateBp: whole,
        net: whole,
        tax: whole,
        gross: whole,
      },
    },
  },
}

/** The taxes of a document, rate by rate, as they were when it was made; in one column, so that it costs no rows. */
export const taxesField = (name: string): JSONField => ({
  name,
  type: 'json',
  access: serverOnly,
  jsonSchema: schema,
  admin: {
    readOnly: true,
    components: {
      Field: {
        path: '/platform/admin/components/ReadOnlyTable.tsx#ReadOnlyTable',
        serverProps: {
          title: 'Taxes',
          columns: [
            { name: 'name', label: 'Tax' },
            { name: 'kind', label: 'Kind', words: { rated: 'Taxed', zero: 'At zero', exempt: 'Exempt' } },
            { name: 'rateBp', label: 'Rate', as: 'rate' },
            { name: 'net', as: 'money' },
            { name: 'tax', as: 'money', label: 'Amount' },
            { name: 'gross', as: 'money' },
          ],
        },
      },
    },
  },
})
