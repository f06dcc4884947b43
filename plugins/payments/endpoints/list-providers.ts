import type { Payload } from 'payload'
import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { type Provider, providersOf } from '../provider.ts'

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

/** A provider as whoever pays sees it; none when it cannot be used. */
async function asWay(payload: Payload, provider: Provider): Promise<z.output<typeof way> | undefined> {
  const { name, label, currencies, needsPhone, operators, manual = false } = provider
  if ((await provider.available?.(payload)) === false) return undefined
  const simulated = (await provider.simulated?.(payload)) ?? false
  return { name, label, currencies: [...currencies], needsPhone, ...(operators && { operators: [...operators] }), manual, simulated }
}

/** `GET /api/payment-providers`: the ways to pay that work here and now. */
export const listProviders = endpoint({
  method: 'get',
  path: '/payment-providers',
  summary: 'List the ways to pay',
  access: ['anyone'],
  scope: 'payments:read',
  returns: z.object({ providers: z.array(way) }),
  handler: async ({ payload }) => {
    const ways = await Promise.all(providersOf(payload).map((provider) => asWay(payload, provider)))
    return { providers: ways.filter((each) => each !== undefined) }
  },
})
