import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { fromDecimal, toDecimal } from '../../../platform/money.ts'
import { toE164 } from '../../../platform/phone.ts'

/** What a payer sees on the phone. */
export type Prompt = {
  /** The reference that the shop gave it. */
  reference: string
  /** AzamPay's own. */
  transactionId: string
  phone: string
  operator: string
  /** Minor units. */
  amount: number
  currency: 'TZS'
  status: 'waiting' | 'approved' | 'declined' | 'ignored'
  createdAt: string
}

/** What a payer does about a prompt, and what goes wrong with the callback on its way. */
export const actSchema = z.strictObject({
  action: z.enum(['approve', 'decline', 'ignore']),
  /** How many callbacks are sent at once. */
  times: z.int().min(1).max(1000).optional(),
  /** When they are sent, in milliseconds. */
  delayMs: z.int().min(0).max(3_600_000).optional(),
  /** Another amount: a whole number of minor units, or the text that stands on the wire (`"15000.00"`). */
  amount: z.union([z.int().min(0), z.string().max(40)]).optional(),
  currency: z.string().max(10).optional(),
  utilityref: z.string().max(128).optional(),
  msisdn: z.string().max(40).optional(),
  /** Another word for how it ended; failures are spelled in more than one way. */
  transactionstatus: z.string().max(40).optional(),
})

/** What a payer does about a prompt. */
export type Act = z.input<typeof actSchema>

type Asked = { accountNumber: string; amount: string; externalId: string; provider: string }

/** How many prompts are remembered. */
const memory = 2_000

const wireAmount = (amount: number | string) => (typeof amount === 'number' ? toDecimal({ amount, currency: 'TZS' }) : amount)

const callbackOf = (prompt: Prompt, { action, amount, currency, utilityref, msisdn, transactionstatus }: Act) => ({
  msisdn: msisdn ?? prompt.phone.replace('+', ''),
  amount: wireAmount(amount ?? prompt.amount),
  message: action === 'approve' ? 'The transaction was completed.' : 'The transaction was canceled by the user.',
  utilityref: utilityref ?? prompt.reference,
  operator: prompt.operator,
  reference: prompt.transactionId,
  transactionstatus: transactionstatus ?? (action === 'approve' ? 'success' : 'failed'),
  submerchantAcc: null,
  fspReferenceId: prompt.transactionId.slice(0, 8),
  additionalProperties: {},
  ...(currency !== undefined && { currency }),
})

/** The phones of all payers: what they show, and what pressing a button does. `callBack` sends one callback and answers its HTTP status. */
export function simulatedPhones(callBack: (body: object) => Promise<number>) {
  const shown = new Map<string, Prompt>()
  const timers = new Set<NodeJS.Timeout>()

  const sendAll = (prompt: Prompt, act: Act) => Promise.all(Array.from({ length: act.times ?? 1 }, () => callBack(callbackOf(prompt, act))))

  return {
    has: (reference: string) => shown.has(reference),
    show: ({ accountNumber, amount, externalId, provider }: Asked): Prompt => {
      const prompt: Prompt = {
        reference: externalId,
        transactionId: randomUUID(),
        phone: toE164(`+${accountNumber}`) ?? toE164(accountNumber) ?? accountNumber,
        operator: provider,
        amount: fromDecimal(amount, 'TZS') ?? 0,
        currency: 'TZS',
        status: 'waiting',
        createdAt: new Date().toISOString(),
      }
      shown.set(externalId, prompt)
      const [oldest] = shown.keys()
      if (shown.size > memory && oldest) shown.delete(oldest)
      return prompt
    },
    list: (phone?: string): Prompt[] => {
      const wanted = phone === undefined ? undefined : (toE164(phone) ?? phone)
      return [...shown.values()].filter((prompt) => wanted === undefined || prompt.phone === wanted).reverse()
    },
    act: async (reference: string, act: Act): Promise<number[]> => {
      const prompt = shown.get(reference)
      if (!prompt) throw new Error(`No phone shows a prompt ${reference}.`)
      prompt.status = act.action === 'approve' ? 'approved' : act.action === 'decline' ? 'declined' : 'ignored'
      if (act.action === 'ignore') return []
      if (!act.delayMs) return sendAll(prompt, act)
      const timer = setTimeout(() => {
        timers.delete(timer)
        void sendAll(prompt, act)
      }, act.delayMs)
      timers.add(timer)
      return []
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
