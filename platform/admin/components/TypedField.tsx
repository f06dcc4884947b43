'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { NumberFieldClientProps } from 'payload'
import { useId, useState } from 'react'

/** As wide as asked; in a row such fields share the width, whatever their descriptions say. */
const styleOf = (field: Parameters<typeof mergeFieldStyles>[0]) => {
  const style = mergeFieldStyles(field)
  return '--field-width' in style ? style : { ...style, flex: '1 1 9rem' }
}

type Props = NumberFieldClientProps & {
  /** What stands in the input before and after the number. */
  before?: string
  after?: string
  /** What is said about a text that means no number. */
  fault: string
  read: (text: string) => number | string | null
  write: (value: unknown) => string
}

/** An input for a number that people write in another way than it is stored; what they type stays as typed until it can be read. */
export function TypedField({ after, before, fault, field, path: given, read, readOnly, write }: Props) {
  const { disabled, path, setValue, showError, value } = useField<number | string | null>({ potentiallyStalePath: given })
  const [typed, setTyped] = useState<string>()
  const id = useId()
  const { admin: { description } = {}, label, localized, required } = field
  const wrong = typeof value === 'string'

  return (
    <div
      className={['field-type', 'number', 'money-field', (showError || wrong) && 'error', (readOnly || disabled) && 'read-only']
        .filter(Boolean)
        .join(' ')}
      style={styleOf(field)}
    >
      <FieldLabel htmlFor={id} label={label} localized={localized} path={path} required={required} />
      <div className="field-type__wrap">
        {wrong ? <FieldError message={fault} path={path} showError /> : <FieldError path={path} showError={showError} />}
        <div className="money-field__input">
          {before && <span aria-hidden="true">{before}</span>}
          <input
            aria-invalid={showError || wrong}
            autoComplete="off"
            disabled={readOnly || disabled}
            id={id}
            inputMode="decimal"
            name={path}
            onBlur={() => !wrong && setTyped(undefined)}
            onChange={({ target }) => {
              setTyped(target.value)
              setValue(read(target.value))
            }}
            type="text"
            value={typed ?? write(value)}
          />
          {after && (
            <span aria-hidden="true" className="money-field__unit">
              {after}
            </span>
          )}
        </div>
        <FieldDescription description={description} path={path} />
      </div>
    </div>
  )
}
