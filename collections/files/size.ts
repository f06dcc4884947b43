import type { NumberField } from 'payload'

/** Payload's note of how big a file is, shown in lists as people read it. */
export const fileSizeField: NumberField = {
  name: 'filesize',
  label: 'Size',
  type: 'number',
  admin: { components: { Cell: '/platform/admin/components/SizeCell.tsx#SizeCell' } },
}
