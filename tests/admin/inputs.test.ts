import { expect, test } from 'vitest'
import { z } from 'zod'
import { bodyOf, type Input } from '../../platform/admin/inputs.ts'
import { inputsOf } from '../../platform/admin/schema-inputs.ts'

const body = z.strictObject({
  counted: z.int().min(0).max(1000),
  lowStockAt: z.int().meta({ title: 'Warn below' }).optional(),
  reason: z.string().trim().min(1).max(200),
})

test('a dialog asks for exactly what the schema of the endpoint wants', () => {
  expect(inputsOf(body)).toEqual([
    { name: 'counted', label: 'Counted', kind: 'number', required: true, min: 0, max: 1000 },
    expect.objectContaining({ name: 'lowStockAt', label: 'Warn below', kind: 'number', required: false }),
    { name: 'reason', label: 'Reason', kind: 'text', required: true, maxLength: 200 },
  ])
  const places = { collection: 'locations', value: 'code', label: 'name' }
  expect(inputsOf(z.strictObject({ to: z.string().meta({ title: 'To', 'x-choices': places }) }))).toEqual([
    { name: 'to', label: 'To', kind: 'choice', required: true, choices: places },
  ])
  expect(inputsOf(undefined)).toEqual([])
})

test('what was filled in fits the schema again', () => {
  const form = new FormData()
  form.set('counted', '12')
  form.set('lowStockAt', '')
  form.set('reason', '  Shelf 3 counted twice ')
  const sent = bodyOf(inputsOf(body), form)
  expect(sent).toEqual({ counted: 12, reason: 'Shelf 3 counted twice' })
  expect(body.safeParse(sent).success).toBe(true)
})

test('a zero is sent, an empty input is not', () => {
  const inputs: Input[] = [{ name: 'counted', label: 'Counted', kind: 'number', required: true }]
  const form = new FormData()
  form.set('counted', '0')
  expect(bodyOf(inputs, form)).toEqual({ counted: 0 })
  expect(bodyOf(inputs, new FormData())).toEqual({})
})
