import { isPlainObject } from './value-shapes.ts'

/** How much one question may hold: conditions in all and inside each other, values in lists, steps of a path, fields to sort by. More the engines refuse in their own words, or are long busy with. */
export const questionLimits = { conditions: 500, nested: 20, values: 10_000, steps: 10, sorts: 10 }

type Asked = { where?: unknown; sort?: unknown; joins?: unknown }

type Size = { conditions: number; nested: number; values: number; steps: number }

const nothing: Size = { conditions: 0, nested: 0, values: 0, steps: 0 }

const stepsOf = (path: string): number => path.split(/\.|__/).length

const together = (sizes: readonly Size[]): Size =>
  sizes.reduce(
    (all, { conditions, nested, values, steps }) => ({
      conditions: all.conditions + conditions,
      nested: Math.max(all.nested, nested),
      values: all.values + values,
      steps: Math.max(all.steps, steps),
    }),
    nothing,
  )

/** A text counts by its words, each of which may become a condition, and by what stands between commas; a very long word counts as several. */
const sizeOfText = (text: string): Size => ({
  ...nothing,
  conditions: text.split(/\s+/).length + Math.floor(Math.max(...text.split(',').map(({ length }) => length)) / 50),
  values: text.split(',').length,
})

const one: Size = { ...nothing, conditions: 1, values: 1 }

function sizeOf(value: unknown): Size {
  if (typeof value === 'string') return sizeOfText(value)
  const isList = Array.isArray(value)
  const items = isList ? value.filter((each) => typeof each === 'object') : isPlainObject(value) ? Object.values(value) : []
  const inner = together(items.map(sizeOf))
  const plain = isList ? value.length - items.length : 0
  const names = isPlainObject(value) ? Object.keys(value) : []
  if (items.length === 0) return { ...one, values: Math.max(1, plain) }
  return { ...inner, nested: inner.nested + 1, values: inner.values + plain, steps: Math.max(inner.steps, ...names.map(stepsOf)) }
}

const sortsOf = (sort: unknown): string[] => [sort].flat().filter((each) => typeof each === 'string')

/** Whether a question is larger than anybody needs. */
export function isTooMuch({ where, sort, joins }: Asked): boolean {
  const asked = [{ where, sort }, ...Object.values(isPlainObject(joins) ? joins : {}).filter(isPlainObject)] as Asked[]
  const sorts = asked.flatMap((each) => sortsOf(each.sort))
  const { conditions, nested, values, steps } = together(asked.map((each) => (each.where === undefined ? nothing : sizeOf(each.where))))
  return (
    conditions > questionLimits.conditions ||
    nested > questionLimits.nested ||
    values > questionLimits.values ||
    Math.max(steps, ...sorts.map(stepsOf)) > questionLimits.steps ||
    sorts.length > questionLimits.sorts
  )
}
