import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { fileAnswer, fileTypes } from '../../../platform/exports/answer.ts'
import { admit, format } from '../../../platform/exports/endpoint.ts'
import { type PaymentState, paymentStates } from '../states.ts'
import { countTransactions, listTransactions } from '../transactions.ts'
import { transactionTable } from '../transactions-table.ts'

const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'Give a date such as 2026-11-20 or a time such as 2026-11-20T08:00:00Z.',
})

const stateNames = Object.keys(paymentStates.states) as PaymentState[]

const filters = z.strictObject({
  status: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(stateNames)))
    .optional(),
  provider: z.string().max(40).optional(),
  /** Without it live payments in live mode, test payments in sandbox mode. */
  test: z.enum(['true', 'false', 'any']).optional(),
  from: moment.optional(),
  to: moment.optional(),
  search: z.string().trim().max(100).optional(),
})

const query = filters.safeExtend({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(25),
})

const row = z.object({
  id: z.string(),
  reference: z.string(),
  createdAt: z.string(),
  paidAt: z.string().nullable(),
  status: z.string(),
  /** No real money moves. */
  test: z.boolean(),
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

const sum = z.object({ currency: z.string(), status: z.string(), test: z.boolean(), count: z.int(), amount: z.int(), received: z.int() })

const returns = z.object({
  docs: z.array(row),
  totalDocs: z.int(),
  totalPages: z.int(),
  page: z.int(),
  limit: z.int(),
  hasNextPage: z.boolean(),
  hasPrevPage: z.boolean(),
  /** By currency and state, over all pages; test payments are never added to live ones. */
  totals: z.array(sum),
})

/** `GET /api/transaction-log`: every attempt to pay and what came of it, for treasury. */
export const transactionLog = endpoint({
  method: 'get',
  path: '/transaction-log',
  summary: 'List payments with their payers and sums',
  access: ['treasury'],
  scope: 'payments:read',
  query,
  returns,
  handler: (req, { query: asked }) => listTransactions(req, asked),
})

/** `GET /api/transaction-log/export`: the same as a file. */
export const transactionLogExport = endpoint({
  method: 'get',
  path: '/transaction-log/export',
  summary: 'Take the payments with their payers and sums away as CSV, XLSX or PDF',
  access: ['treasury'],
  scope: 'payments:read',
  files: fileTypes,
  fails: ['TOO_MANY_ROWS', 'RATE_LIMITED'],
  query: filters.safeExtend({ format }),
  returns: z.any(),
  handler: async (req, { query: { format, ...asked } }) => {
    const rows = await countTransactions(req, asked)
    await admit(req, 'transaction-log.export', { format, ...asked, rows })
    return fileAnswer(req, 'transactions', format, transactionTable(req, asked))
  },
})
