/** What a run of one kind of work showed. */
export type Measure = { name: string; perSecond: number; p50: number; p99: number; failed: number }

const percentile = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Runs `work` from `callers` callers for `seconds` and times each run in milliseconds; what throws counts as failed. */
export async function measure(
  name: string,
  { callers, seconds }: { callers: number; seconds: number },
  work: (caller: number, round: number) => Promise<unknown>,
): Promise<Measure> {
  const times: number[] = []
  let failed = 0
  const begun = performance.now()
  const end = begun + seconds * 1000
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let round = 0; performance.now() < end; round++) {
        const start = performance.now()
        try {
          await work(caller, round)
          times.push(performance.now() - start)
        } catch (error) {
          failed++
          if (failed === 1) console.error(`${name}:`, error)
        }
      }
    }),
  )
  const elapsed = (performance.now() - begun) / 1000
  times.sort((a, b) => a - b)
  return { name, perSecond: times.length / elapsed, p50: percentile(times, 0.5), p99: percentile(times, 0.99), failed }
}

/** The measures as lines of a table. */
export const table = (measures: Measure[]): string =>
  [
    ['work', 'per second', 'p50 ms', 'p99 ms', 'failed'],
    ...measures.map(({ name, perSecond, p50, p99, failed }) => [
      name,
      perSecond.toFixed(0),
      p50.toFixed(1),
      p99.toFixed(1),
      String(failed),
    ]),
  ]
    .map(([name = '', ...cells]) => name.padEnd(44) + cells.map((cell) => cell.padStart(12)).join(''))
    .join('\n')
