import type { Range } from './store.ts'

/**
 * The part of an object that a `Range` header asks for: a part, nothing in particular, or something that is not there.
 * Several parts at once are answered as the whole, which is allowed and never wrong.
 */
export function rangeOf(header: string | null, size: number): Range | 'whole' | 'none' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return 'whole'
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'none' : { start: size - length, end: size - 1 }
  }
  const [start, end] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)]
  if (start >= size) return 'none'
  return end < start ? 'whole' : { start, end }
}
