import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderStates } from '../../plugins/shop/states.ts'
import { byUse, likelyOperator } from '../../storefront/src/features/payments/operators.ts'
import { situationOf } from '../../storefront/src/features/payments/situation.ts'
import { fromForm, packItems, readQuantity, unpackItems, withMore, withoutOrdered } from '../../storefront/src/features/shop/cart.ts'
import { isUnfiltered, readFilters, whereOf, writeFilters } from '../../storefront/src/features/shop/filters.ts'
import { isHeld, mayCancel, stepsOf, tones, wayOf } from '../../storefront/src/features/shop/order-view.ts'
import { dictionaries } from '../../storefront/src/i18n/index.ts'

describe('filters', () => {
  test('survive the address they are written into', () => {
    const query = new URLSearchParams(
      'q=simu&category=phones&brand=tecno&condition=used&stock=in&min=1%2C000&max=5000&sort=cheapest&page=3',
    )
    const filters = readFilters(query)
    const written = Object.entries(writeFilters(filters)).filter((entry): entry is [string, string] => Boolean(entry[1]))
    expect(readFilters(new URLSearchParams(written))).toEqual(filters)
    expect(filters).toMatchObject({ q: 'simu', category: 'phones', inStock: true, sort: 'cheapest', page: 3 })
  })

  test('are none where the whole list is shown, in whatever order', () => {
    const isAll = (query: string) => isUnfiltered(readFilters(new URLSearchParams(query)))
    expect(['', 'sort=cheapest', 'page=3', 'q=+', 'min=abc'].map(isAll)).toEqual([true, true, true, true, true])
    expect(['q=lamp', 'stock=in', 'max=5', 'brand=kibo'].map(isAll)).toEqual([false, false, false, false])
  })

  test('that make no sense are as if they were not there', () => {
    expect(readFilters(new URLSearchParams('condition=broken&sort=__proto__&page=-4&min=abc&category=../x'))).toEqual(
      readFilters(new URLSearchParams()),
    )
  })

  test('ask in minor units, and only for what is on sale', () => {
    const { and } = whereOf(readFilters(new URLSearchParams('q=red+phone&min=1000')), 'TZS')
    expect(and).toContainEqual({ published: { equals: true } })
    expect(and).toContainEqual({ price: { greater_than_equal: 100_000 } })
  })

  test('show the best first when something is searched for, else the newest', () => {
    const sortOf = (query: string) => readFilters(new URLSearchParams(query)).sort
    expect(['q=lamp', '', 'sort=best', 'q=lamp&sort=newest', 'q=lamp&sort=name'].map(sortOf)).toEqual([
      'best',
      'newest',
      'newest',
      'newest',
      'name',
    ])
    expect(writeFilters(readFilters(new URLSearchParams('q=lamp&sort=newest'))).sort).toBe('newest')
  })
})

describe('a cart', () => {
  const items = [
    { variant: 'a', quantity: 2 },
    { variant: 'b', quantity: 1 },
  ]

  test('takes more of what it holds, up to its limit', () => {
    expect(withMore(items, 'a', 3)).toEqual([{ variant: 'a', quantity: 5 }, items[1]])
    expect(withMore(items, 'a', 99)[0]).toEqual({ variant: 'a', quantity: 99 })
    expect(withMore(items, 'c', 1)).toHaveLength(3)
  })

  test('becomes what its form says', () => {
    expect(fromForm(items, { 'quantity.a': '7', 'quantity.b': '0' })).toEqual([{ variant: 'a', quantity: 7 }])
    expect(fromForm(items, { remove: 'a', 'quantity.a': '7' })).toEqual([items[1]])
    expect(fromForm(items, {})).toEqual(items)
  })

  test('keeps what was put in while something else was ordered', () => {
    expect(withoutOrdered(items, [items[0] as (typeof items)[0]])).toEqual([items[1]])
    expect(withoutOrdered([{ variant: 'a', quantity: 3 }], [{ variant: 'a', quantity: 1 }])).toEqual([{ variant: 'a', quantity: 2 }])
    expect(withoutOrdered(items, [...items, { variant: 'gone', quantity: 9 }])).toEqual([])
  })

  test('reads only whole positive numbers', () => {
    for (const text of ['', '-1', '1.5', 'two', undefined]) expect(readQuantity(text)).toBe(0)
    expect(readQuantity('1000000')).toBe(99)
  })

  test('goes through a form unchanged', () => {
    const item = fc.record({ variant: fc.uuid(), quantity: fc.integer({ min: 1, max: 99 }) })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 10 }), (list) => {
        expect(unpackItems(packItems(list))).toEqual(list)
      }),
    )
  })
})

describe('an order', () => {
  const order = (status: string, more = {}) => ({ status, shipping: { line1: 'Uhuru Street' }, pickup: null, ...more }) as never

  test('has words and a colour for every state there is', () => {
    const states = Object.keys(orderStates.states)
    expect(Object.keys(tones).sort()).toEqual([...states].sort())
    for (const dictionary of Object.values(dictionaries)) expect(states.filter((state) => !(`status.${state}` in dictionary))).toEqual([])
  })

  test('shows what is done, what is under way and what comes', () => {
    const shown = stepsOf(order('paid')).map(({ status, state }) => `${status} ${state}`)
    expect(shown).toEqual([
      'awaiting_payment done',
      'paid done',
      'treasury_confirmed current',
      'packed todo',
      'shipped todo',
      'delivered todo',
    ])
  })

  test('says that its goods are put aside only as long as they are', () => {
    const expiresAt = '2026-03-01T10:15:00.000Z'
    expect(isHeld({ expiresAt }, new Date('2026-03-01T10:14:00Z'))).toBe(true)
    expect(isHeld({ expiresAt }, new Date('2026-03-02T10:14:00Z'))).toBe(false)
    expect(isHeld({ expiresAt: null })).toBeUndefined()
  })

  test('takes the way that its goods take', () => {
    expect(wayOf(order('paid', { pickup: 'here' }))).toBe('pickup')
    expect(stepsOf(order('paid', { pickup: 'here' })).some(({ status }) => status === 'shipped')).toBe(false)
    expect(wayOf(order('paid', { shipping: {} }))).toBe('digital')
    expect(stepsOf(order('closed')).every(({ state }) => state === 'done')).toBe(true)
    expect(stepsOf(order('canceled'))).toEqual([])
  })

  test('can be taken back by its buyer until money is on its way', () => {
    expect(mayCancel('awaiting_payment')).toBe(true)
    expect(mayCancel('packed')).toBe(false)
  })

  test('says whose turn it is', () => {
    const waits = { status: 'awaiting_payment' } as const
    expect(situationOf(waits, undefined)).toMatchObject({ name: 'unpaid', retry: true })
    expect(situationOf(waits, { status: 'pending', provider: 'azampay' })).toMatchObject({ name: 'prompted', waiting: true })
    expect(situationOf(waits, { status: 'pending', provider: 'cash' })).toMatchObject({ name: 'atCounter', waiting: true })
    expect(situationOf(waits, { status: 'expired', provider: 'azampay' })).toMatchObject({ name: 'expired', retry: true })
    expect(situationOf({ status: 'paid' }, { status: 'succeeded', provider: 'azampay' })).toEqual({ name: 'paid' })
  })
})

describe('mobile networks', () => {
  test('are guessed from the number and listed by use', () => {
    expect(likelyOperator('+255754111222')).toBe('Mpesa')
    for (const typed of ['0754 111 222', '255754', '+255 754-111']) expect(likelyOperator(typed), typed).toBe('Mpesa')
    for (const typed of ['+263771234567', '07', '0000000000', '']) expect(likelyOperator(typed), typed).toBeUndefined()
    expect(byUse(['Airtel', 'Other', 'Mpesa'])).toEqual(['Mpesa', 'Airtel', 'Other'])
  })
})
