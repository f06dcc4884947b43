import { expect, test } from 'vitest'
import { nextNumber } from '../../platform/numbers/next-number.ts'
import { inTransaction, withRequest } from '../../platform/transaction.ts'
import { kernel } from '../support/kernel.ts'

const { payload, race } = await kernel()

const issue = (series: string, year: number, failing = false) =>
  withRequest(payload, `issue ${series}`, (req) =>
    inTransaction(req, async () => {
      const number = await nextNumber(req, series, year)
      if (failing) throw new Error('The document could not be issued.')
      return number
    }),
  )

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

test('a hundred documents issued at once get a hundred consecutive numbers', async () => {
  const numbers = await race(100, () => issue('invoice', 2026))
  expect(numbers.toSorted((a, b) => a - b)).toEqual(upTo(100))
})

test('a document that is not issued leaves no gap', async () => {
  const outcomes = await race(20, (index) => issue('receipt', 2026, index % 2 === 1).catch(() => 'failed' as const))
  const numbers = outcomes.filter((outcome) => outcome !== 'failed')
  expect(numbers.toSorted((a, b) => a - b)).toEqual(upTo(10))
  expect(await issue('receipt', 2026)).toBe(11)
})

test('each series and each year counts for itself', async () => {
  expect([
    await issue('credit-note', 2026),
    await issue('credit-note', 2027),
    await issue('certificate', 2026),
    await issue('credit-note', 2026),
  ]).toEqual([1, 1, 1, 2])
})

test('a number is refused outside a transaction, where a failure would leave a gap', async () => {
  await expect(withRequest(payload, 'issue', (req) => nextNumber(req, 'invoice', 2030))).rejects.toThrow('transaction')
})
