import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { providersOf } from '../provider.ts'

const way = z.object({
  name: z.string(),
  label: z.string(),
  currencies: z.array(z.string()),
  /** A prompt goes to a phone, whose number must be given. */
  needsPhone: z.boolean(),
  operators: z.array(z.string()).optional(),
  /** A person takes the money. */
  manual: z.boolean(),
  /** No real money moves. */
  simulated: z.boolean(),
})

/** `GET /api/payment-providers`: the ways to pay that work here and now. */
export const listProviders = endpoint({
  method: 'get',
  path: '/payment-providers',
  summary: 'List the ways to pay',
  access: ['anyone'],
  scope: 'payments:read',
  returns: z.object({ providers: z.array(way) }),
  handler: async ({ payload }) => ({
    providers: providersOf(payload)
      .filter(({ available }) => available?.() !== false)
      .map(({ name, label, currencies, needsPhone, operators, manual = false, simulated = false }) => ({
        name,
        label,
        currencies: [...currencies],
        needsPhone,
        ...(operators && { operators: [...operators] }),
        manual,
        simulated,
      })),
  }),
})
