import { setTimeout as pause } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { fail as refuse } from '../../../platform/errors.ts'
import { isTrusted } from '../callback-address.ts'
import { tryToDealWith } from '../deal-with-event.ts'
import { fail } from '../errors.ts'
import { providerOf } from '../provider.ts'
import { storeEvent } from '../store-event.ts'

/** Providers give up, or send again, when they wait longer than about two seconds. */
const patience = 1_500

/** A message of a provider is small. */
const largest = 65_536

async function takeIn(req: PayloadRequest, name: string, secret?: string) {
  const provider = providerOf(req.payload, name)
  if (!provider?.read) return refuse('NOT_FOUND')
  const body = (await req.text?.()) ?? ''
  if (body.length > largest) return refuse('TOO_LARGE', { limit: largest })
  const event = await storeEvent(
    req,
    provider,
    { body, headers: Object.fromEntries(req.headers) },
    isTrusted(provider, secret, req.headers.get('x-client-ip')),
  )
  if (event.verdict === 'unreadable') return fail('UNREADABLE_MESSAGE')
  if (event.verdict === 'received') {
    const hurry = new AbortController()
    await Promise.race([tryToDealWith(req.payload, event), pause(patience, undefined, { signal: hurry.signal, ref: false })])
    hurry.abort()
  }
  return { received: true as const }
}

const returns = z.object({ received: z.literal(true) })

const shared = { method: 'post', access: ['anyone'], scope: null, fails: ['UNREADABLE_MESSAGE', 'TOO_LARGE'], returns } as const

/** `POST /api/payments/:provider/webhook`: where a provider sends its messages. */
export const webhook = endpoint({
  ...shared,
  path: '/:provider/webhook',
  summary: 'Take in a message of a payment provider',
  handler: (req, { params }) => takeIn(req, params.provider ?? ''),
})

/** `POST /api/payments/:provider/webhook/:secret`: the same at the address that only the provider knows. */
export const webhookBySecret = endpoint({
  ...shared,
  path: '/:provider/webhook/:secret',
  summary: 'Take in a message of a payment provider at its secret address',
  handler: (req, { params }) => takeIn(req, params.provider ?? '', params.secret),
})

/** `POST /api/azam-callback`: AzamPay's webhook by another name. */
export const azamCallback = endpoint({
  ...shared,
  path: '/azam-callback',
  summary: 'Take in a message of AzamPay',
  handler: (req) => takeIn(req, 'azampay'),
})

/** `POST /api/azam-callback/:secret`: the same at the address that only AzamPay knows. */
export const azamCallbackBySecret = endpoint({
  ...shared,
  path: '/azam-callback/:secret',
  summary: 'Take in a message of AzamPay at its secret address',
  handler: (req, { params }) => takeIn(req, 'azampay', params.secret),
})
