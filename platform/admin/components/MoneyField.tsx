'use client'

import { FieldDescription, FieldError, FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { NumberFieldClientComponent } from 'payload'
import { useId, useState } from 'react'
import { amountText, readAmount } from '../amount.ts'

/** As wide as asked; in a row amounts share the width, whatever their descriptions say. */
const styleOf = (field: Parameters<typeof mergeFieldStyles>[0]) => {
  const style = mergeFieldStyles(field)
  return '--field-width' in style ? style : { ...style, flex: '1 1 9rem' }
}

/** An input for an amount: staff type whole units, as in `15,000.50`; what is stored are minor units. */
export const MoneyField: NumberFieldClientComponent = ({ field, path: given, readOnly }) => {
  const { disabled, path, setValue, showError, value } = useField<number | string | null>({ potentiallyStalePath: given })
  const currency = useFormFields(([fields]) => fields.currency?.value)
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
        {wrong ? (
          <FieldError message="Write an amount such as 15000 or 15,000.50." path={path} showError />
        ) : (
          <FieldError path={path} showError={showError} />
        )}
        <div className="money-field__input">
          {typeof currency === 'string' && <span aria-hidden="true">{currency}</span>}
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
              setValue(readAmount(target.value, currency))
            }}
            type="text"
            value={typed ?? amountText(value, currency)}
          />
        </div>
        <FieldDescription description={description} path={path} />
      </div>
    </div>
  )
}
