import { errors } from '../errors.ts'

/** What is refused where taxes are set up or worked out, and how. */
export const taxErrors = {
  TAX_NOT_SET: [409, 'No tax is set up: there must be a default zone and a default class.'],
  TAX_RATE_MISSING: [409, 'There is no tax rate in force for this. Staff must add one first.'],
  TAX_RATE_IN_FORCE: [409, 'This rate has taken effect and stays. Add one with a later date instead.'],
} as const satisfies Record<string, readonly [status: number, text: string]>

/** Throws one of the errors of taxes. */
export const fail = errors(taxErrors)
