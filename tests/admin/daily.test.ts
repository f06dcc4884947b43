import { expect, test } from 'vitest'
import { lastDays, sumByDay } from '../../platform/admin/daily.ts'

test('days end at midnight of the site, not of Greenwich', () => {
  const sums = sumByDay(
    [
      { at: '2026-11-19T20:59:59.999Z', amount: 1 },
      { at: '2026-11-19T21:00:00.000Z', amount: 10 },
    ],
    2,
    new Date('2026-11-20T10:00:00Z'),
  )
  expect(sums).toEqual([
    { day: '2026-11-19', amount: 1, count: 1 },
    { day: '2026-11-20', amount: 10, count: 1 },
  ])
})

test('a day without anything counts zero, what is older is left out', () => {
  const sums = sumByDay([{ at: '2026-02-01T10:00:00Z', amount: 5 }], 3, new Date('2026-03-01T10:00:00Z'))
  expect(sums.map(({ day, amount }) => [day, amount])).toEqual([
    ['2026-02-27', 0],
    ['2026-02-28', 0],
    ['2026-03-01', 0],
  ])
})

test('thirty days are thirty different days, up to the day it is where the site is', () => {
  const days = lastDays(30, new Date('2026-11-09T21:30:00Z'))
  expect(new Set(days).size).toBe(30)
  expect(days.at(-1)).toBe('2026-11-10')
})
