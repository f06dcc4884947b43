'use client'

import { useRowLabel } from '@payloadcms/ui'

type Row = Record<string, unknown>

const textOf = (row: Row | undefined, field: string) => (typeof row?.[field] === 'string' ? row[field] : '')

/** What a row of a form is about, so that it is found again when it is folded; `list` names the rows inside it that are told too. */
export function RowName({ kind, field, list }: { kind: string; field: string; list?: { name: string; field: string } }) {
  const { data, rowNumber } = useRowLabel<Row | undefined>()
  const inside = list && Array.isArray(data?.[list.name]) ? (data[list.name] as Row[]).map((row) => textOf(row, list.field)) : []
  const words = inside.filter(Boolean).join(', ')
  return (
    <span>
      {textOf(data, field) || `${kind} ${(rowNumber ?? 0) + 1}`}
      {words && `: ${words}`}
    </span>
  )
}
