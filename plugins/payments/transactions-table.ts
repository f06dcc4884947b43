import type { PayloadRequest } from 'payload'
import { behind, sortOf, stepsOf } from '../../platform/exports/cursor.ts'
import { pageSize } from '../../platform/exports/rows.ts'
import { type Cell, type Column, knownCurrency, type Table } from '../../platform/exports/table.ts'
import { noJoins, type StoredPayment } from './payment.ts'
import { providersOf } from './provider.ts'
import { paymentStates } from './states.ts'
import { filterOf, payersOf, type TransactionFilter } from './transactions.ts'

const columns: readonly Column[] = [
  { name: 'reference', label: 'Reference', kind: 'text' },
  { name: 'createdAt', label: 'Begun', kind: 'date' },
  { name: 'paidAt', label: 'Paid', kind: 'date' },
  { name: 'status', label: 'Status', kind: 'text' },
  { name: 'title', label: 'For', kind: 'text' },
  { name: 'amount', label: 'Amount', kind: 'money' },
  { name: 'received', label: 'Received', kind: 'money' },
  { name: 'currency', label: 'Currency', kind: 'text' },
  { name: 'test', label: 'Test', kind: 'text' },
  { name: 'provider', label: 'Provider', kind: 'text' },
  { name: 'providerReference', label: 'Reference at the provider', kind: 'text' },
  { name: 'phone', label: 'Phone', kind: 'text' },
  { name: 'payer', label: 'Payer', kind: 'text' },
  { name: 'failure', label: 'Why it failed', kind: 'text' },
]

type Sum = { currency: string; status: string; test: boolean; amount: number; received: number }

const money = (amount: number | null | undefined, currency: string): Cell =>
  typeof amount === 'number' ? { amount, currency: knownCurrency(currency) } : null

const moment = (at: string | null | undefined): Cell => (at ? new Date(at) : null)

const yesNo = (value: unknown): Cell => (value ? 'Yes' : 'No')

const stateLabel = (status: string) => paymentStates.states[status as keyof typeof paymentStates.states]?.label ?? status

const totalLine = ({ currency, status, test, amount, received }: Sum): Cell[] => {
  const known: Record<string, Cell> = {
    reference: 'Total',
    status: stateLabel(status),
    amount: money(amount, currency),
    received: money(received, currency),
    currency,
    test: yesNo(test),
  }
  return columns.map(({ name }) => known[name] ?? null)
}

/** The payments that a filter selects with their payers as a table, the newest first, and what they add up to by currency and state, test money apart. */
export function transactionTable(req: PayloadRequest, asked: TransactionFilter): Table {
  const steps = stepsOf('-createdAt')
  const labels = new Map(providersOf(req.payload).map(({ name, label }) => [name, label]))
  const sums = new Map<string, Sum>()

  async function* pages(): AsyncGenerator<Cell[][]> {
    let last: StoredPayment | undefined
    for (;;) {
      const { docs } = await req.payload.db.find<StoredPayment>({
        collection: 'payments',
        req,
        where: { and: [filterOf(asked), ...(last ? [behind(steps, last)] : [])] },
        sort: sortOf(steps),
        limit: pageSize,
        pagination: false,
        ...noJoins,
      })
      const payers = await payersOf(req, docs)
      for (const { currency, status, test, amount, receivedAmount } of docs) {
        const key = `${currency} ${status} ${test ?? false}`
        const sum = sums.get(key) ?? { currency, status, test: test ?? false, amount: 0, received: 0 }
        sums.set(key, { ...sum, amount: sum.amount + amount, received: sum.received + (receivedAmount ?? 0) })
      }
      yield docs.map((payment) => [
        payment.reference,
        moment(payment.createdAt),
        moment(payment.paidAt),
        stateLabel(payment.status),
        payment.title,
        money(payment.amount, payment.currency),
        money(payment.receivedAmount, payment.currency),
        payment.currency,
        yesNo(payment.test),
        labels.get(payment.provider) ?? payment.provider,
        payment.providerReference ?? null,
        payment.phone ?? null,
        payers.get(payment.payer ?? '')?.email ?? null,
        payment.failure?.code ?? null,
      ])
      if (docs.length < pageSize) return
      last = docs.at(-1)
    }
  }

  const filter = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${[value].flat().join(', ')}`))
  const byName = ([one]: [string, Sum], [other]: [string, Sum]) => one.localeCompare(other)
  return {
    title: 'Transactions',
    filter: filter.join(' · '),
    columns,
    pages: pages(),
    totals: () => [...sums].toSorted(byName).map(([, sum]) => totalLine(sum)),
  }
}
