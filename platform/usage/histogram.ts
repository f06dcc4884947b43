/** The upper bounds of the classes in which durations are counted, in milliseconds; the last class has none. */
export const bounds = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000] as const

/** The names under which the classes are stored. */
export const classes: readonly string[] = [...bounds.map((bound) => `upTo${bound}`), 'slower']

/** The class of a duration. */
export const classOf = (ms: number): string => classes[bounds.findIndex((bound) => ms <= bound)] ?? (classes.at(-1) as string)

/** How long 95 of 100 calls took at most, as exactly as the classes tell; 0 without calls. */
export function p95(counts: Record<string, unknown>): number {
  const numbers = classes.map((name) => Number(counts[name] ?? 0))
  const wanted = numbers.reduce((sum, count) => sum + count, 0) * 0.95
  let seen = 0
  for (const [at, count] of numbers.entries()) {
    if (count > 0 && seen + count >= wanted) {
      const from = bounds[at - 1] ?? 0
      const to = bounds[at] ?? 2 * (bounds.at(-1) as number)
      return Math.round(from + ((to - from) * (wanted - seen)) / count)
    }
    seen += count
  }
  return 0
}
