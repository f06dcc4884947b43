'use client'

import { FieldDescription, FieldError, FieldLabel, SelectInput, useField, useFormFields, useLocale } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useEffect, useState } from 'react'

type Choice = { option: string; value: string }
type Option = { id: string; name?: string; values?: { id: string; label?: string }[] }

/** The options of the product that the form names, in the language of the form. */
function useOptions(product: unknown): Option[] {
  const { code } = useLocale()
  const [options, setOptions] = useState<Option[]>([])
  useEffect(() => {
    setOptions([])
    if (typeof product !== 'string' || !product) return
    const left = new AbortController()
    const query = new URLSearchParams({ depth: '0', locale: code, 'select[options]': 'true' })
    const load = async () => {
      const answer = await fetch(`/api/products/${encodeURIComponent(product)}?${query}`, { signal: left.signal })
      if (answer.ok) setOptions(((await answer.json()) as { options?: Option[] }).options ?? [])
    }
    load().catch(() => {})
    return () => left.abort()
  }, [product, code])
  return options
}

/** One select for each option of the product: which of its values a variant has. Without options there is nothing to choose. */
export const ChoicesField: JSONFieldClientComponent = ({ field, path: given, readOnly }) => {
  const { disabled, path, setValue, showError, value } = useField<Choice[] | null>({ potentiallyStalePath: given })
  const options = useOptions(useFormFields(([fields]) => fields.product?.value))
  if (options.length === 0) return null
  const choices = Array.isArray(value) ? value : []
  const known = new Set(options.map(({ id }) => id))

  const choose = (option: string, chosen: unknown) => {
    const others = choices.filter((choice) => choice.option !== option && known.has(choice.option))
    setValue(typeof chosen === 'string' ? [...others, { option, value: chosen }] : others)
  }

  return (
    <div className={['field-type', 'choices', showError && 'error'].filter(Boolean).join(' ')}>
      <FieldLabel as="span" label={field.label} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        {options.map(({ id, name, values = [] }) => (
          <SelectInput
            key={id}
            label={name ?? '…'}
            name={`${path}-${id}`}
            onChange={(selected) => choose(id, Array.isArray(selected) ? undefined : selected?.value)}
            options={values.map((each) => ({ label: each.label ?? '…', value: each.id }))}
            path={`${path}-${id}`}
            readOnly={Boolean(readOnly || disabled)}
            value={choices.find(({ option }) => option === id)?.value}
          />
        ))}
        <FieldDescription description={field.admin?.description} path={path} />
      </div>
    </div>
  )
}
