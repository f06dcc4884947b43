import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { fail } from '../../../platform/errors.ts'
import { slugify } from '../../../platform/slug.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { combinationOf, combinations, countCombinations } from '../options.ts'

const mostCombinations = 100
const longestSku = 40

const refuse = (code: string, message: string) => fail('VALIDATION', { errors: [{ path: 'options', code, message }] })

const cut = (text: string, length: number) => text.slice(0, length).replace(/-+$/, '')

/** A number that no variant has: from the address of the product and the values, in which the values are what must stay readable. */
async function freeSku(req: PayloadRequest, slug: string, labels: readonly string[]): Promise<string> {
  const values = cut(
    labels
      .map((label) => slugify(label).slice(0, 12))
      .filter(Boolean)
      .join('-'),
    30,
  )
  const wanted = [cut(slug, longestSku - values.length - 1), values].filter(Boolean).join('-').toUpperCase()
  for (let number = 1; ; number++) {
    const sku = number === 1 ? wanted : `${cut(wanted, longestSku - String(number).length - 1)}-${number}`
    const { totalDocs } = await req.payload.db.count({ collection: 'variants', req, where: { sku: { equals: sku } } })
    if (totalDocs === 0) return sku
  }
}

/** Makes the variants of a product that are missing; answers how many. */
async function makeMissing(req: PayloadRequest, id: string): Promise<number> {
  const { payload } = req
  // Numbers are in one language, whichever the staff reads.
  const product = await payload.findByID({
    collection: 'products',
    id,
    req,
    locale: 'en',
    depth: 0,
    disableErrors: true,
    select: { slug: true, options: true },
  })
  if (!product) return fail('NOT_FOUND')
  const options = product.options ?? []
  if (options.length === 0) return refuse('REQUIRED', 'Give the product options first, such as its sizes.')
  if (countCombinations(options) > mostCombinations)
    return refuse('TOO_MANY', `There are more than ${mostCombinations} combinations. Make the variants that you sell one by one.`)
  const { docs } = await payload.db.find<{ id: string; combination?: string | null }>({
    collection: 'variants',
    req,
    where: { product: { equals: id } },
    pagination: false,
    select: { combination: true },
  })
  const known = new Set(docs.map(({ combination }) => combination))
  let made = 0
  for (const [position, { choices, labels }] of combinations(options).entries()) {
    if (known.has(combinationOf(id, choices))) continue
    const sku = await freeSku(req, product.slug, labels)
    await payload.create({ collection: 'variants', req, depth: 0, data: { product: id, sku, choices, position } })
    made++
  }
  return made
}

/** `POST /api/products/:id/generate-variants` */
export const generateVariants = endpoint({
  method: 'post',
  path: '/:id/generate-variants',
  summary: 'Make the variants that are missing: one for each combination of the options',
  button: 'Make missing variants',
  access: ['marketing', 'sales'],
  fails: ['VALIDATION', 'NOT_FOUND'],
  example: { answer: { made: 6 } },
  returns: z.object({ made: z.int() }),
  handler: async (req, { params }) => ({ made: await inTransaction(req, () => makeMissing(req, params.id ?? '')) }),
})
