'use client'

import { useDocumentInfo, useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { documentLink } from '../links.ts'

type Option = { id: string; name?: string }
type Choice = { option: string; value: string }
type Variant = { id: string; sku: string; choices?: Choice[] | null }
type Lacking = { id: string; sku: string; names: string[] }

/** How many variants are looked at, and how many are named. */
const most = 200
const named = 10

const lacking = (options: readonly Option[], variants: readonly Variant[]): Lacking[] =>
  variants.flatMap(({ id, sku, choices }) => {
    const names = options.filter((option) => !choices?.some((choice) => choice.option === option.id)).map(({ name }) => name ?? '…')
    return names.length > 0 ? [{ id, sku, names }] : []
  })

/** Says which variants of a product have no value of an option that it has by now: the shop then lists its variants one by one. */
export function LackingChoices() {
  const { id, savedDocumentData } = useDocumentInfo()
  const { code } = useLocale()
  const [found, setFound] = useState<Lacking[]>([])
  useEffect(() => {
    const options = (savedDocumentData?.options ?? []) as Option[]
    const left = new AbortController()
    const load = async () => {
      const query = new URLSearchParams({
        'where[product][equals]': String(id),
        depth: '0',
        limit: String(most),
        locale: code,
        sort: 'position',
      })
      const answer = await fetch(`/api/variants?${query}`, { signal: left.signal })
      setFound(answer.ok ? lacking(options, ((await answer.json()) as { docs: Variant[] }).docs) : [])
    }
    if (id === undefined || options.length === 0) setFound([])
    else load().catch(() => {})
    return () => left.abort()
  }, [id, code, savedDocumentData])
  if (found.length === 0) return null
  return (
    <div className="field-type refusal" role="status">
      <p>
        These variants do not say which value they have, so that the shop lists the variants instead of letting people choose. Open them and
        choose:
      </p>
      <ul>
        {found.slice(0, named).map((variant) => (
          <li key={variant.id}>
            <a href={documentLink('variants', variant.id)}>{variant.sku}</a>: {variant.names.join(', ')}
          </li>
        ))}
      </ul>
      {found.length > named && <p>And {found.length - named} more.</p>}
    </div>
  )
}
