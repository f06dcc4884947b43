import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import type { User } from '../../../payload-types.ts'
import { endpoint } from '../../../platform/endpoint.ts'
import { dayStart } from '../../../platform/time.ts'
import { noJoins, type StoredPayment } from '../payment.ts'
import { type PaymentState, paymentStates } from '../states.ts'

/** More rows than these are not added up at once; a period with more has its sums narrowed by the filters. */
const mostSummed = 5_000

const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'Give a date such as 2026-11-20 or a time such as 2026-11-20T08:00:00Z.',
})

const stateNames = Object.keys(paymentStates.states) as PaymentState[]

const query = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(25),
  status: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(stateNames)))
    .optional(),
  provider: z.string().max(40).optional(),
  from: moment.optional(),
  to: moment.optional(),
  search: z.string().trim().max(100).optional(),
})

type Query = z.infer<typeof query>

const row = z.object({
  id: z.string(),
  reference: z.string(),
  createdAt: z.string(),
  paidAt: z.string().nullable(),
  status: z.string(),
  title: z.string(),
  subject: z.object({ relationTo: z.string(), value: z.string() }),
  amount: z.int(),
  received: z.int().nullable(),
  excess: z.int().nullable(),
  currency: z.string(),
  provider: z.string(),
  providerReference: z.string().nullable(),
  phone: z.string().nullable(),
  operator: z.string().nullable(),
  payer: z.object({ id: z.string(), name: z.string().nullable(), email: z.string() }).nullable(),
  failure: z.string().nullable(),
})

const sum = z.object({ currency: z.string(), status: z.string(), count: z.int(), amount: z.int(), received: z.int() })

const returns = z.object({
  docs: z.array(row),
  totalDocs: z.int(),
  totalPages: z.int(),
  page: z.int(),
  limit: z.int(),
  hasNextPage: z.boolean(),
  hasPrevPage: z.boolean(),
  /** By currency and state, over all pages. */
  totals: z.array(sum),
  /** False: there are too many rows to add up, and `totals` covers the newest only. */
  totalsComplete: z.boolean(),
})

/** What the filters select; a date without a time means that whole day where the site is. */
function filterOf({ status, provider, from, to, search }: Query): Where {
  const conditions: Where[] = []
  if (status) conditions.push({ status: { in: status } })
  if (provider) conditions.push({ provider: { equals: provider } })
  if (from) conditions.push({ createdAt: { greater_than_equal: (from.includes('T') ? new Date(from) : dayStart(from)).toISOString() } })
  if (to)
    conditions.push({
      createdAt: to.includes('T')
        ? { less_than_equal: new Date(to).toISOString() }
        : { less_than: dayStart(to, { later: 1 }).toISOString() },
    })
  if (search) conditions.push({ or: searched.map((field) => ({ [field]: { contains: search } })) })
  return { and: conditions }
}

const searched = ['reference', 'title', 'phone', 'providerReference', 'payer.email', 'payer.name']

async function payersOf(req: PayloadRequest, payments: StoredPayment[]) {
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

async function totalsOf(req: PayloadRequest, where: Where) {
  const { docs } = await req.payload.db.find<StoredPayment>({
    collection: 'payments',
    req,
    where,
    sort: '-createdAt',
    limit: mostSummed + 1,
    pagination: false,
    ...noJoins,
    select: { status: true, currency: true, amount: true, receivedAmount: true },
  })
  const groups = Map.groupBy(docs.slice(0, mostSummed), ({ currency, status }) => `${currency} ${status}`)
  const totals = [...groups.values()].flatMap((payments) => {
    const [first] = payments
    if (!first) return []
    const sumOf = (amount: (payment: StoredPayment) => number) => payments.reduce((sum, payment) => sum + amount(payment), 0)
    return {
      currency: first.currency,
      status: first.status,
      count: payments.length,
      amount: sumOf(({ amount }) => amount),
      received: sumOf(({ receivedAmount }) => receivedAmount ?? 0),
    }
  })
  return { totals, totalsComplete: docs.length <= mostSummed }
}

/** `GET /api/transaction-log`: every attempt to pay and what came of it, for treasury. */
export const transactionLog = endpoint({
  method: 'get',
  path: '/transaction-log',
  summary: 'List payments with their payers and sums',
  access: ['treasury'],
  query,
  returns,
  handler: async (req, { query: asked }) => {
    const where = filterOf(asked)
    const { docs, totalDocs, totalPages, hasNextPage, hasPrevPage } = await req.payload.db.find<StoredPayment>({
      collection: 'payments',
      req,
      where,
      sort: '-createdAt',
      page: asked.page,
      limit: asked.limit,
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
    return {
      docs: rows,
      totalDocs,
      totalPages,
      page: asked.page,
      limit: asked.limit,
      hasNextPage,
      hasPrevPage,
      ...(await totalsOf(req, where)),
    }
  },
})
