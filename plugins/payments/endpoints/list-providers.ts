import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { providersOf } from '../provider.ts'

const method = z.object({
  name: z.string(),
  label: z.string(),
  currencies: z.array(z.string()),
  needsPhone: z.boolean(),
  operators: z.array(z.string()),
  simulated: z.boolean(),
})

/** `GET /api/payments/methods`: the ways to pay that work here and now. */
export const methods = endpoint({
  method: 'get',
  path: '/methods',
  summary: 'List the ways to pay',
  access: ['anyone'],
  returns: z.object({ methods: z.array(method) }),
  handler: async ({ payload }) => ({
    methods: providersOf(payload)
      .filter(({ available }) => available?.() !== false)
      .map(({ name, label, currencies, needsPhone, operators = [], simulated = false }) => ({
        name,
        label,
        currencies: [...currencies],
        needsPhone,
        operators: [...operators],
        simulated,
      })),
  }),
})
