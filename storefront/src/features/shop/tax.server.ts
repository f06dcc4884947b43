import type { Product } from '../../../../payload-types.ts'
import type { Api } from '../../lib/api.ts'

/** What the tax is called that is in the price of a product, while nobody knows where it goes to; undefined when there is none in it. */
export async function taxWithin(api: Api, { taxClass }: Pick<Product, 'taxClass'>): Promise<string | undefined> {
  const answer = await api.ask('GET /tax')
  if (!answer.ok || !answer.value.pricesIncludeTax) return undefined
  const id = typeof taxClass === 'object' ? taxClass?.id : taxClass
  const own = answer.value.classes.find((each) => (id ? each.id === id : each.default))
  return own && own.rateBp > 0 ? answer.value.name : undefined
}
