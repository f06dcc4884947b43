import { errors } from '../../platform/errors.ts'

/** What goes wrong with payments. */
export const paymentErrors = {
  NOTHING_OWED: [409, 'Nothing is owed for this.'],
  PAYMENT_OPEN: [409, 'A payment for this is under way already. Finish or cancel it first.'],
  NO_LONGER_AVAILABLE: [409, 'What you want to pay for is not available any more.'],
  CURRENCY_NOT_OFFERED: [409, 'This way of paying does not take that currency.'],
  TOO_MANY_PROMPTS: [429, 'This number was asked several times. Wait some minutes before the next try.'],
  TOO_MANY_ATTEMPTS: [429, 'Too many payments were begun. Wait before the next one.'],
  PROVIDER_REFUSED: [422, 'The payment provider did not accept this. Check what you gave.'],
  PROVIDER_UNAVAILABLE: [503, 'This way of paying does not work right now. Try another one or later.'],
  UNREADABLE_MESSAGE: [400, 'This is not a message of that provider.'],
} as const

/** Throws one of the errors of payments. */
export const fail = errors(paymentErrors)
