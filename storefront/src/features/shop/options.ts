import type { Product, Variant } from '../../../../payload-types.ts'

/** A value of an option, as the product page offers it. */
type Offered = { id: string; label: string }

/** An option of a product with those of its values that a variant has. */
export type Group = { id: string; name: string; values: Offered[] }

/** The values that a variant has, by their ids. */
export const valuesOf = ({ choices }: Variant): string[] => (choices ?? []).map(({ value }) => value)

/** What a product is chosen by; empty when a variant does not have a value of each option, so that only a list tells them all apart. */
export function groupsOf({ options }: Product, variants: readonly Variant[]): Group[] {
  const held = new Set(variants.flatMap(valuesOf))
  const groups = (options ?? []).map(({ id, name, values }) => ({
    id: id ?? '',
    name,
    values: values.flatMap((value) => (value.id && held.has(value.id) ? { id: value.id, label: value.label } : [])),
  }))
  const isWhole = (variant: Variant) => {
    const chosen = valuesOf(variant)
    return chosen.length === groups.length && groups.every(({ values }) => values.some(({ id }) => chosen.includes(id)))
  }
  return variants.every(isWhole) ? groups : []
}

/** What a variant is called: its title, or else its values. */
export function variantTitle({ options }: Product, variant: Variant): string {
  if (variant.title) return variant.title
  const chosen = valuesOf(variant)
  const labels = (options ?? []).flatMap(({ values }) => values.find(({ id }) => id && chosen.includes(id))?.label ?? [])
  return labels.join(' / ')
}
