import { expect, test } from 'vitest'
import { dayOf, dayStart, monthsAfter } from '../../platform/time.ts'
import { formatDay, formatTime } from '../../storefront/src/lib/dates.ts'

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-01-31', 2, '2026-03-31'],
  ['2026-01-31', 3, '2026-04-30'],
  ['2026-10-31', 13, '2027-11-30'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -13, '2024-12-15'],
  ['2026-05-20', 0, '2026-05-20'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(monthsAfter(date, months)).toBe(expected)
})

test('a day begins where the site is, three hours before it does in Greenwich', () => {
  expect(dayStart('2026-11-20').toISOString()).toBe('2026-11-19T21:00:00.000Z')
  expect(dayStart('2026-11-20', { later: 1 }).toISOString()).toBe('2026-11-20T21:00:00.000Z')
  expect(dayOf(new Date('2026-11-19T21:00:00Z'))).toBe('2026-11-20')
  expect(dayOf(new Date('2026-11-19T20:59:59Z'), { earlier: 1 })).toBe('2026-11-18')
})

test('the storefront tells the time of the same place, wherever its server stands', () => {
  expect(formatTime('2026-11-19T21:30:00Z', 'en')).toBe('00:30')
  expect(formatDay('2026-11-19T21:30:00Z', 'sw')).toBe('20 Novemba 2026')
})
