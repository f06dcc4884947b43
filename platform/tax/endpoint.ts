import { z } from 'zod'
import { depend } from '../cache/recorder.ts'
import { now } from '../clock.ts'
import { endpoint } from '../endpoint.ts'
import { nextChange, taxIn, zoneOf } from './rates.ts'
import { taxTables } from './tables.ts'

/** `GET /api/tax` */
export const currentTax = endpoint({
  method: 'get',
  path: '/tax',
  summary: 'Show the taxes that hold now where something goes to',
  access: ['anyone'],
  scope: 'any',
  fails: ['TAX_NOT_SET'],
  query: z.object({
    country: z
      .string()
      .regex(/^[A-Za-z]{2}$/)
      .toUpperCase()
      .optional()
      .meta({ description: 'Two letters, for instance TZ; without it the default zone is shown.' }),
  }),
  returns: z.object({
    zone: z.string(),
    name: z.string().meta({ description: 'What the tax is called.' }),
    pricesIncludeTax: z.boolean(),
    classes: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kind: z.enum(['rated', 'zero', 'exempt']),
        rateBp: z.int().meta({ description: 'In basis points: 1800 is 18 %.' }),
        default: z.boolean(),
      }),
    ),
  }),
  example: {
    answer: {
      zone: 'Tanzania',
      name: 'VAT',
      pricesIncludeTax: true,
      classes: [{ id: '0198c0de-0000-7000-8000-000000000003', name: 'Standard', kind: 'rated', rateBp: 1800, default: true }],
    },
  },
  handler: async (req, { query: { country } }) => {
    const tables = await taxTables(req)
    const at = now()
    // What is shown ends when the next rate begins, though nothing is written then.
    depend([], nextChange(tables, at))
    const zone = zoneOf(tables, country)
    const classes = tables.classes.flatMap((each) => {
      const tax = taxIn(tables, zone, each, at)
      return tax ? [{ id: each.id, name: each.name, kind: each.kind, rateBp: tax.rateBp, default: each.default }] : []
    })
    return { zone: zone.name, name: zone.taxName, pricesIncludeTax: zone.pricesIncludeTax, classes }
  },
})
