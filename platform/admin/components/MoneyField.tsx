'use client'

import { useFormFields } from '@payloadcms/ui'
import type { NumberFieldClientComponent } from 'payload'
import { amountText, readAmount } from '../amount.ts'
import { TypedField } from './TypedField.tsx'

/** An input for an amount: staff type whole units, as in `15,000.50`; what is stored are minor units. */
export const MoneyField: NumberFieldClientComponent = (props) => {
  const currency = useFormFields(([fields]) => fields.currency?.value)
  return (
    <TypedField
      {...props}
      before={typeof currency === 'string' ? currency : undefined}
      fault="Write an amount such as 15000 or 15,000.50."
      read={(text) => readAmount(text, currency)}
      write={(value) => amountText(value, currency)}
    />
  )
}
