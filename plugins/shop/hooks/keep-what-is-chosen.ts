import type { CollectionBeforeChangeHook } from 'payload'
import type { InputError } from '../../../platform/errors.ts'
import { fail } from '../errors.ts'
import { type Choice, isChoices, type Option } from '../options.ts'

/** As many variants are named; the others are there all the same. */
const mostNamed = 5

/** What is taken away: a row that is gone, where that is to be shown, and what it was called. */
type Gone = { id: string; path: string; name: string }

/** The options and values of `before` that `after` does not have any more. */
function goneFrom(before: readonly Option[], after: readonly Option[]): Gone[] {
  return before.flatMap((option): Gone[] => {
    const at = after.findIndex(({ id }) => id === option.id)
    if (at < 0) return [{ id: option.id ?? '', path: 'options', name: option.name ?? '' }]
    const kept = new Set(after[at]?.values?.map(({ id }) => id))
    return (option.values ?? [])
      .filter(({ id }) => !kept.has(id))
      .map(({ id, label }) => ({ id: id ?? '', path: `options.${at}.values`, name: `${option.name ?? ''}: ${label ?? ''}` }))
  })
}

const listed = (skus: readonly string[]): string =>
  skus.length > mostNamed ? `${skus.slice(0, mostNamed).join(', ')} and ${skus.length - mostNamed} more` : skus.join(', ')

/** Refuses to take away options and values that variants have: those would be sold as something that nobody can name. A new text for the same row is fine. */
export const keepWhatIsChosen: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update' || data.options === undefined) return data
  const gone = goneFrom((originalDoc.options ?? []) as Option[], Array.isArray(data.options) ? data.options : [])
  if (gone.length === 0) return data
  const { docs } = await req.payload.db.find<{ id: string; sku: string; choices?: Choice[] | null }>({
    collection: 'variants',
    req,
    where: { product: { equals: originalDoc.id } },
    sort: ['position', 'sku'],
    pagination: false,
    select: { sku: true, choices: true },
  })
  const having = (id: string) =>
    docs.filter(({ choices }) => isChoices(choices) && choices.some(({ option, value }) => option === id || value === id))
  const variants = new Set<string>()
  const errors = gone.flatMap(({ id, path, name }): InputError[] => {
    const skus = having(id).map(({ sku }) => sku)
    for (const sku of skus) variants.add(sku)
    return skus.length > 0 ? [{ path, code: 'OPTION_IN_USE', message: `“${name}” is what these variants have: ${listed(skus)}.` }] : []
  })
  return errors.length > 0 ? fail('OPTION_IN_USE', { variants: [...variants], errors }) : data
}
