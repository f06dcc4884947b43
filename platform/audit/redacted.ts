const secretive = /pass(word|phrase)?|secret|token|api[-_]?key|authorization|cookie|hash|salt|\bpin\b|otp|credential|sealed/i
const deepest = 6
const longest = 2000

/** A copy of `value` that is fit to be kept: what looks like a secret is left out, what is too long is cut. */
export function redacted(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > longest ? `${value.slice(0, longest)}…` : value
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return value.toISOString()
  if (depth >= deepest) return '…'
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redacted(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, secretive.test(name) ? '[redacted]' : redacted(item, depth + 1)]),
  )
}
