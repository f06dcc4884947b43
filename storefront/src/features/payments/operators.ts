/** The mobile networks, most used first, under the names that people know; on the wire they have others. */
export const operatorNames: Record<string, string> = {
  Mpesa: 'M-Pesa',
  Tigo: 'Mixx by Yas (Tigo Pesa)',
  Airtel: 'Airtel Money',
  Halopesa: 'HaloPesa',
  Azampesa: 'AzamPesa',
}

/** The networks in the order in which they are offered. */
export function byUse(operators: readonly string[]): string[] {
  const order = Object.keys(operatorNames)
  const rank = (operator: string) => (order.indexOf(operator) + order.length + 1) % (order.length + 1)
  return [...operators].sort((a, b) => rank(a) - rank(b))
}

const prefixes: Record<string, readonly string[]> = {
  Mpesa: ['74', '75', '76'],
  Tigo: ['65', '67', '71', '77'],
  Airtel: ['68', '69', '78'],
  Halopesa: ['61', '62'],
}

/** The network that gave out a Tanzanian number, however it is written; a first guess only, since people take their numbers along. */
export function likelyOperator(phone: string): string | undefined {
  const start = /^(?:\+?255|0)(\d\d)/.exec(phone.replace(/[\s().-]/g, ''))?.[1] ?? ''
  return Object.keys(prefixes).find((operator) => prefixes[operator]?.includes(start))
}
