'use client'

import type { NumberFieldClientComponent } from 'payload'
import { rateText, readRate } from '../rate.ts'
import { TypedField } from './TypedField.tsx'

/** An input for a rate: staff type percent, as in `14.5`; what is stored are basis points. */
export const RateField: NumberFieldClientComponent = (props) => (
  <TypedField {...props} after="%" fault="Write it as 18 or 14.5." read={readRate} write={rateText} />
)
