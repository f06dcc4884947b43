import type { BaseFilter, CheckboxField, PayloadRequest, Where } from 'payload'
import { serverOnly } from './access.ts'
import { environment } from './environment.ts'

/** Whether everything that is made now is for trying out: in sandbox mode it is. */
export const isTrial: boolean = environment.mode !== 'live'

/** What the reports of this mode count: in live mode what is real, in sandbox mode what is not. The two never meet in one sum. */
export const ofThisMode: Where = { test: { equals: isTrial } }

/** Tells documents about real money from those that were made to try something out. */
export const testField: CheckboxField = {
  name: 'test',
  type: 'checkbox',
  label: 'Test',
  defaultValue: false,
  access: serverOnly,
  admin: {
    readOnly: true,
    position: 'sidebar',
    components: {
      Cell: '/platform/admin/components/TestCell.tsx#TestCell',
      Field: '/platform/admin/components/TestField.tsx#TestField',
    },
  },
}

/** Whether what a list was asked for says something of test data itself. */
const asksForTest = (query: PayloadRequest['query']): boolean => JSON.stringify(query?.where ?? {}).includes('"test":')

/** Lists in the admin show what belongs to the mode, unless they are filtered by the field. */
export const listedOfThisMode: BaseFilter = ({ req }) => (asksForTest(req.query) ? null : ofThisMode)
