'use client'

import { Pill, useRowLabel } from '@payloadcms/ui'

/** What a block in a form is and how it begins, so that it is found again when it is folded. */
export function BlockLabel({ kind }: { kind: string }) {
  const { data, rowNumber } = useRowLabel<{ title?: string } | undefined>()
  return (
    <span className="block-label">
      <span>{String((rowNumber ?? 0) + 1).padStart(2, '0')}</span>
      <Pill pillStyle="white" size="small">
        {kind}
      </Pill>
      {data?.title && <span className="block-label__heading">{data.title}</span>}
    </span>
  )
}
