import type { PayloadRequest, Where } from 'payload'
import type { User } from '../../payload-types.ts'
import type { Summing } from '../../platform/database/sums.ts'
import { ofThisMode } from '../../platform/test-data.ts'
import { dayStart } from '../../platform/time.ts'
import { noJoins, type StoredPayment } from './payment.ts'
import type { PaymentState } from './states.ts'

/** Which payments; days are those of the site. */
export type TransactionFilter = {
  status?: PaymentState[]
  provider?: string
  /** Without it those that belong to the mode. */
  test?: 'true' | 'false' | 'any'
  /** A day or a moment. */
  from?: string
  /** A day, which is included as a whole, or a moment. */
  to?: string
  search?: string
}

/** Which payments to list. */
export type TransactionQuery = TransactionFilter & { page: number; limit: number }

const searched = ['reference', 'title', 'phone', 'providerReference', 'payer.email', 'payer.name']

const isMoment = (text: string) => text.includes('T')

/** Later years have more digits, and would not compare as texts. */
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z')

const until = (day: string) => new Date(Math.min(dayStart(day, { later: 1 }).getTime(), lastMoment)).toISOString()

/** The condition that a filter means. */
export function filterOf({ status, provider, test, from, to, search }: TransactionFilter): Where {
  const conditions: Where[] = test === 'any' ? [] : [test ? { test: { equals: test === 'true' } } : ofThisMode]
  if (status) conditions.push({ status: { in: status } })
  if (provider) conditions.push({ provider: { equals: provider } })
  if (from) conditions.push({ createdAt: { greater_than_equal: (isMoment(from) ? new Date(from) : dayStart(from)).toISOString() } })
  if (to) conditions.push({ createdAt: isMoment(to) ? { less_than_equal: new Date(to).toISOString() } : { less_than: until(to) } })
  if (search) conditions.push({ or: searched.map((field) => ({ [field]: { contains: search } })) })
  return { and: conditions }
}

/** The payers of payments, by their ids. */
export async function payersOf(req: PayloadRequest, payments: StoredPayment[]) {
  const ids = [...new Set(payments.flatMap(({ payer }) => payer ?? []))]
  if (ids.length === 0) return new Map<string, never>()
  const { docs } = await req.payload.db.find<User>({
    collection: 'users',
    req,
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
    select: { name: true, email: true },
  })
  return new Map(docs.map(({ id, name, email }) => [id, { id, name: name ?? null, email }]))
}

/** What all payments add up to for which `where` holds, by currency and state, test money apart; the database adds. */
async function totalsOf(req: PayloadRequest, where: Where) {
  const groups = await (req.payload.db as unknown as Summing).addUp({
    collection: 'payments',
    req,
    where,
    fields: ['amount', 'receivedAmount'],
    by: ['currency', 'status', 'test'],
  })
  return groups.map(({ by: [currency, status, test], count, numbers: [amount = 0, received = 0] }) => ({
    currency: String(currency),
    status: String(status),
    test: Boolean(test),
    count,
    amount,
    received,
  }))
}

/** The payments that a query selects, page by page, with their payers, and what all of them add up to. */
export async function listTransactions(req: PayloadRequest, asked: TransactionQuery) {
  const { page, limit } = asked
  const where = filterOf(asked)
  const { docs, totalDocs, totalPages, hasNextPage, hasPrevPage } = await req.payload.db.find<StoredPayment>({
    collection: 'payments',
    req,
    where,
    sort: '-createdAt',
    page,
    limit,
    pagination: true,
    ...noJoins,
  })
  const payers = await payersOf(req, docs)
  const rows = docs.map((payment) => ({
    id: payment.id,
    reference: payment.reference,
    createdAt: payment.createdAt,
    paidAt: payment.paidAt ?? null,
    status: payment.status,
    test: payment.test ?? false,
    title: payment.title,
    subject: payment.subject,
    amount: payment.amount,
    received: payment.receivedAmount ?? null,
    excess: payment.excess ?? null,
    currency: payment.currency,
    provider: payment.provider,
    providerReference: payment.providerReference ?? null,
    phone: payment.phone ?? null,
    operator: payment.operator ?? null,
    payer: payers.get(payment.payer ?? '') ?? null,
    failure: payment.failure?.code ?? null,
  }))
  return { docs: rows, totalDocs, totalPages, page, limit, hasNextPage, hasPrevPage, totals: await totalsOf(req, where) }
}

/** How many payments a filter selects. */
export const countTransactions = async (req: PayloadRequest, asked: TransactionFilter): Promise<number> =>
  (await req.payload.db.count({ collection: 'payments', req, where: filterOf(asked) })).totalDocs
