import { createHash } from 'node:crypto'
import { z } from 'zod'
import { fail } from '../../../platform/errors.ts'
import { type Currency, currencies, fromDecimal } from '../../../platform/money.ts'
import { toE164 } from '../../../platform/phone.ts'
import type { Addressee, Inbound, ProviderEvent, RefusalCode, Started } from '../provider.ts'

/** The mobile networks as AzamPay spells them, with the names people use and the first digits of the numbers that they issued. */
const networks = {
  Airtel: { names: ['airtelmoney'], prefixes: ['68', '69', '78'] },
  Tigo: { names: ['tigopesa', 'mixx', 'mixxbyyas', 'yas', 'zantel'], prefixes: ['65', '67', '71', '77'] },
  Halopesa: { names: ['halotel'], prefixes: ['61', '62'] },
  Azampesa: { names: ['azam'], prefixes: [] },
  Mpesa: { names: ['vodacom', 'voda'], prefixes: ['74', '75', '76', '79'] },
} as const satisfies Record<string, { names: readonly string[]; prefixes: readonly string[] }>

/** The mobile networks that AzamPay can push to. */
export const operators = Object.keys(networks)

const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')

const named = (name: string) =>
  Object.entries(networks).find(([operator, { names }]) => [letters(operator), ...names].includes(letters(name)))?.[0]

// A number may have moved to another network, so the first digits are only a guess that the payer can overrule.
const guessed = (phone: string) =>
  Object.entries(networks).find(([, { prefixes }]) => prefixes.some((prefix) => phone.startsWith(`+255${prefix}`)))?.[0]

/** The phone in E.164 and the network in AzamPay's spelling; throws VALIDATION with both paths when both are wrong. */
export function addressee({ phone: given = '', operator: name }: Addressee): Required<Addressee> {
  const phone = toE164(given)
  const tanzanian = phone?.startsWith('+255') ? phone : undefined
  const operator = name ? named(name) : guessed(tanzanian ?? '')
  const errors = [
    !tanzanian && { path: 'phone', code: 'INVALID_PHONE', message: 'Give a Tanzanian mobile number, for instance +255 712 345 678.' },
    !operator && (name || tanzanian) && { path: 'operator', code: 'INVALID_OPERATOR', message: `Choose one of ${operators.join(', ')}.` },
  ].filter((error) => error !== false && error !== '' && error !== undefined)
  if (!tanzanian || !operator) return fail('VALIDATION', { errors })
  return { phone: tanzanian, operator }
}

/** What the token address answers. */
export const tokenAnswer = z.object({ data: z.object({ accessToken: z.string().min(1), expire: z.string() }) })

const checkoutAnswer = z.object({ success: z.boolean(), transactionId: z.string().nullish(), message: z.string().nullish() })

// Some of its faces wrap the answer in `data`.
const eitherAnswer = checkoutAnswer.or(z.object({ data: checkoutAnswer }).transform(({ data }) => data))

const problem = z.object({ errors: z.record(z.string(), z.array(z.string())).optional(), title: z.string().optional() })

const refusals: Record<string, RefusalCode> = { accountNumber: 'INVALID_PHONE', provider: 'INVALID_OPERATOR', amount: 'INVALID_AMOUNT' }

/** What an answer of the checkout address means. */
export function startedBy({ status, body }: { status: number; body: unknown }): Started {
  if (status === 400) {
    const { errors = {}, title } = problem.safeParse(body).data ?? {}
    const [field = '', [message] = []] = Object.entries(errors).find(([, messages]) => messages.length > 0) ?? []
    return { outcome: 'refused', code: refusals[field] ?? 'REFUSED', message: message ?? title ?? 'AzamPay refused the request.' }
  }
  if (status > 400 && status < 500) return { outcome: 'refused', code: 'PROVIDER_UNAVAILABLE', message: `AzamPay answered ${status}.` }
  const answer = eitherAnswer.safeParse(body).data
  if (status >= 500 || !answer) return { outcome: 'unknown', message: `AzamPay answered ${status}.` }
  if (!answer.success) return { outcome: 'refused', code: 'REFUSED', message: answer.message ?? 'AzamPay refused the request.' }
  return { outcome: 'pending', reference: answer.transactionId ?? undefined }
}

const short = z.string().max(200)

const callback = z.object({
  msisdn: short,
  amount: z.union([short, z.number()]).transform(String),
  utilityref: z.string().min(1).max(128),
  reference: z.string().min(1).max(128),
  transactionstatus: z.string().min(1).max(40),
  message: z.string().max(2000).nullish(),
  // AzamPay takes shillings only and does not name the currency; one that is named anyhow must be right.
  currency: z.enum(Object.keys(currencies) as Currency[]).nullish(),
})

const outcomes: Record<string, ProviderEvent['outcome']> = { success: 'succeeded', pending: 'pending', processing: 'pending' }

/** Reads a callback; throws when it is none of AzamPay's. AzamPay gives its callbacks no id, so what they say makes one. */
export function readCallback({ body }: Inbound): ProviderEvent {
  const { msisdn, amount: text, utilityref, reference, transactionstatus, message, currency: given } = callback.parse(JSON.parse(body))
  const currency = given ?? 'TZS'
  const amount = fromDecimal(text, currency)
  if (amount === undefined || amount < 0) throw new Error(`The amount ${text} is not one of ${currency}.`)
  const said = JSON.stringify([utilityref, reference, transactionstatus, amount, currency, msisdn])
  return {
    id: `${reference}:${createHash('sha256').update(said).digest('hex').slice(0, 16)}`,
    reference: utilityref,
    providerReference: reference,
    outcome: outcomes[transactionstatus.toLowerCase()] ?? 'failed',
    amount: { amount, currency },
    phone: toE164(msisdn) ?? msisdn,
    message: message ?? undefined,
  }
}
