/** Calls folded rows by what stands in them; `list` names the rows inside that are told too. */
export const rowName = (kind: string, field: string, list?: { name: string; field: string }) => ({
  path: '/platform/admin/components/RowName.tsx#RowName',
  clientProps: { kind, field, list },
})
