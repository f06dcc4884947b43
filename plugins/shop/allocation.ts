import type { Place } from './stock.ts'

/** How much of a variant somebody wants. */
export type Line = { variant: string; quantity: number }

/** What can be had of a variant at a location. */
export type Offer = Place & { available: number }

/** What is to be put aside where. */
export type Share = Place & { quantity: number }

/** A line that cannot be served, and what is left of it. */
export type Shortage = { variant: string; wanted: number; left: number }

/** Where an order is taken from, or what it lacks. */
export type Plan = { shares: Share[]; shortages: Shortage[] }

/** Lines of the same variant as one, in the order in which variants appear. */
export function summed(lines: readonly Line[]): Line[] {
  const quantities = new Map<string, number>()
  for (const { variant, quantity } of lines) quantities.set(variant, (quantities.get(variant) ?? 0) + quantity)
  return [...quantities].map(([variant, quantity]) => ({ variant, quantity }))
}

/** Spreads one line over the offers, which are in order of preference: one place that has it all, else the fewest that come first. */
function spread({ quantity }: Line, offers: readonly Offer[]): Share[] {
  const whole = offers.find(({ available }) => available >= quantity)
  let missing = quantity
  return (whole ? [whole] : offers).flatMap(({ variant, location, available }) => {
    const taken = Math.min(missing, available)
    missing -= taken
    return taken > 0 ? [{ variant, location, quantity: taken }] : []
  })
}

/** Plans where each line is taken from: preferred locations first, then where most is left. Says which lines cannot be served. */
export function allocate(lines: readonly Line[], offers: readonly Offer[], preferred: readonly string[] = []): Plan {
  const inOrder = [...offers].sort(
    (a, b) => Number(preferred.includes(b.location)) - Number(preferred.includes(a.location)) || b.available - a.available,
  )
  const shares: Share[] = []
  const shortages: Shortage[] = []
  for (const line of lines) {
    const mine = inOrder.filter(({ variant }) => variant === line.variant)
    const left = mine.reduce((total, { available }) => total + available, 0)
    if (left < line.quantity) shortages.push({ variant: line.variant, wanted: line.quantity, left })
    else shares.push(...spread(line, mine))
  }
  return { shares, shortages }
}
