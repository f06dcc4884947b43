import type { CollectionBeforeChangeHook } from 'payload'
import { fail, type InputError } from '../../../platform/errors.ts'
import { idOf, isId } from '../../../platform/ids.ts'
import { type Choice, combinationOf, isChoices, isWhole, lackingOf, type Option } from '../options.ts'

const refuse = (code: string, message: string) => fail('VALIDATION', { errors: [{ path: 'choices', code, message }] })

function incomplete(options: readonly Option[], choices: readonly Choice[]): string {
  const names = lackingOf(options, choices).flatMap(({ name }) => name || [])
  return names.length > 0
    ? `Choose one value of ${names.join(' and of ')}, which the product has as ${names.length === 1 ? 'an option' : 'options'}.`
    : 'Choose exactly one value of each option of the product, and nothing else.'
}

/** Lets a variant have one value of each option of its product, and no two variants of a product the same ones. What stays as it was is not looked at again. */
export const takeChoices: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const [choices, before] = [data.choices ?? [], originalDoc?.choices ?? []]
  if (operation === 'update' && (data.choices === undefined || JSON.stringify(choices) === JSON.stringify(before))) return data
  const of = data.product ?? originalDoc?.product
  // What has the wrong shape is for the fields to complain about.
  if (!of || !isChoices(choices) || !isId(idOf(of))) return data
  const product = idOf(of)
  const { db } = req.payload
  const found = await req.payload.findByID({
    collection: 'products',
    id: product,
    req,
    depth: 0,
    disableErrors: true,
    select: { options: true },
  })
  const options = found?.options ?? []
  if (!isWhole(options, choices)) return refuse('INCOMPLETE', incomplete(options, choices))
  if (choices.length === 0) return { ...data, combination: null }
  const combination = combinationOf(product, choices)
  const taken = await db.count({
    collection: 'variants',
    req,
    where: { combination: { equals: combination }, ...(operation === 'update' && { id: { not_equals: originalDoc.id } }) },
  })
  if (taken.totalDocs > 0) return refuse('DUPLICATE', 'Another variant of this product has the same choices.')
  return { ...data, combination }
}

/** Complains about every text that an earlier row has too, in the language that is written. */
const repeats = (rows: readonly unknown[], field: string, path: string): InputError[] => {
  const seen = new Set<string>()
  return rows.flatMap((row, index) => {
    const text = (row as Record<string, unknown> | null)?.[field]
    if (typeof text !== 'string') return []
    const plain = text.trim().toLowerCase()
    if (!seen.has(plain)) {
      seen.add(plain)
      return []
    }
    return [{ path: `${path}.${index}.${field}`, code: 'DUPLICATE', message: 'Another row has the same text.' }]
  })
}

/** Refuses options of the same name and values of the same label within one option. */
export const keepOptionsApart: CollectionBeforeChangeHook = ({ data }) => {
  const options: unknown[] = Array.isArray(data.options) ? data.options : []
  const errors = [
    ...repeats(options, 'name', 'options'),
    ...options.flatMap((option, index) => {
      const values = (option as { values?: unknown } | null)?.values
      return Array.isArray(values) ? repeats(values, 'label', `options.${index}.values`) : []
    }),
  ]
  return errors.length > 0 ? fail('VALIDATION', { errors }) : data
}
