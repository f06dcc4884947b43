/** The check digit of EAN-13 and UPC-A: digits weigh 3 and 1 in turn, from the right. */
const checkDigit = (digits: string): number => {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

/** Appends the check digit to the first 12 digits of an EAN-13 or the first 11 of a UPC-A. */
export const withCheckDigit = (digits: string): string => `${digits}${checkDigit(digits)}`

/** What is wrong with a barcode, if anything: EAN-13 and UPC-A need the right check digit, anything else must fit into Code 128. */
export function barcodeFault(code: string): string | undefined {
  if (/^\d{12,13}$/.test(code)) {
    if (withCheckDigit(code.slice(0, -1)) === code) return undefined
    return `The check digit of this ${code.length === 13 ? 'EAN-13' : 'UPC-A'} barcode is wrong: it should end in ${checkDigit(code.slice(0, -1))}.`
  }
  if (!/^[\x20-\x7e]+$/.test(code)) return 'A barcode holds plain letters, digits and signs only.'
  return code.length > 48 ? 'A barcode has at most 48 characters.' : undefined
}
