import { errors } from '../../platform/errors.ts'

/** What the shop refuses, and how. */
export const shopErrors = {
  UNKNOWN_VARIANT: [404, 'There is no such product.'],
  UNKNOWN_LOCATION: [404, 'There is no such place to pick up.'],
  NOT_FOR_SALE: [409, 'This product is not on sale at the moment.'],
  OUT_OF_STOCK: [409, 'There is not enough in stock.'],
  PRICE_CHANGED: [409, 'The price has changed. Look at the new total and order again.'],
  CURRENCY_MISMATCH: [409, 'These products are not sold in the currency of the shop.'],
  ORDER_TOO_LARGE: [409, 'This is more than one order can hold.'],
  NOT_PAYABLE: [409, 'This order does not wait for payment.'],
  COUNT_BELOW_RESERVED: [409, 'More than that is put aside for orders that wait for payment. Cancel one or wait until they expire.'],
  OPTION_IN_USE: [409, 'Variants have what you take away here. Give them another choice first, or delete them.'],
} as const satisfies Record<string, readonly [status: number, text: string]>

/** Throws one of the shop's errors. */
export const fail = errors(shopErrors)
