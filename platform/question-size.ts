import { isPlainObject } from './value-shapes.ts'

/** How much one question may hold: conditions and values in all, conditions inside each other, steps of a path, fields to sort by. More the engines refuse in their own words, or are long busy with. */
export const questionLimits = { parts: 500, nested: 20, steps: 10, sorts: 10 }

type Asked = { where?: unknown; sort?: unknown; joins?: unknown }

type Size = { parts: number; nested: number; steps: number }

const stepsOf = (path: string): number => path.split(/\.|__/).length

/** A text counts by its words and by what stands between commas: each of them may become a condition; and a very long word counts as several. */
const partsOf = (text: string): number => text.split(/[\s,]+/).length + Math.floor(text.length / 50)

function sizeOf(value: unknown): Size {
  if (typeof value === 'string') return { parts: partsOf(value), nested: 0, steps: 0 }
  const inner = Array.isArray(value) ? value : isPlainObject(value) ? Object.values(value) : []
  const size: Size = { parts: 1, nested: inner.length > 0 ? 1 : 0, steps: 0 }
  for (const each of inner) {
    const { parts, nested, steps } = sizeOf(each)
    size.parts += parts
    size.nested = Math.max(size.nested, nested + 1)
    size.steps = Math.max(size.steps, steps)
  }
  if (isPlainObject(value)) size.steps = Math.max(size.steps, ...Object.keys(value).map(stepsOf))
  return size
}

const sortsOf = (sort: unknown): string[] => [sort].flat().filter((each) => typeof each === 'string')

/** Whether a question is larger than anybody needs. */
export function isTooMuch({ where, sort, joins }: Asked): boolean {
  const asked = [{ where, sort }, ...Object.values(isPlainObject(joins) ? joins : {}).filter(isPlainObject)] as Asked[]
  const sizes = asked.map((each) => sizeOf(each.where))
  const sorts = asked.flatMap((each) => sortsOf(each.sort))
  return (
    sizes.reduce((sum, { parts }) => sum + parts, 0) > questionLimits.parts ||
    sizes.some(({ nested }) => nested > questionLimits.nested) ||
    Math.max(0, ...sizes.map(({ steps }) => steps), ...sorts.map(stepsOf)) > questionLimits.steps ||
    sorts.length > questionLimits.sorts
  )
}
