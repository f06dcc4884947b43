import type { Client, InArgs, InStatement, ResultSet, Transaction } from '@libsql/client'
import { breath } from './breath.ts'
import { type Connection, verbOf } from './connection.ts'
import { ForgottenRequest, tableOf } from './forgotten-request.ts'

type Run = (statement: InStatement, args?: InArgs) => ResultSet

/** The SQL text of a statement. */
export const sqlOf = (statement: InStatement): string => (typeof statement === 'string' ? statement : statement.sql)

/** Whether a statement only reads: plain SELECT, nothing else is sure to. */
export const reads = (statement: InStatement): boolean => verbOf(sqlOf(statement)) === 'select'

/** A statement of a batch, which may also be a pair of text and arguments. */
export const plain = (statement: Parameters<Client['batch']>[0][number]): InStatement =>
  Array.isArray(statement) ? { sql: statement[0], args: statement[1] ?? [] } : statement

const ended = () =>
  Object.assign(new Error('The transaction has ended: it was committed, rolled back, or kept others waiting for too long.'), {
    code: 'TRANSACTION_CLOSED',
  })

const transaction = (run: Run, script: (sql: string) => void, ends: Pick<Transaction, 'commit' | 'close' | 'closed'>): Transaction => ({
  execute: async (statement: InStatement, args?: InArgs) => {
    await breath()
    return run(statement, args)
  },
  batch: async (statements) => statements.map((statement) => run(plain(statement))),
  executeMultiple: async (sql) => script(sql),
  commit: ends.commit,
  rollback: async () => ends.close(),
  close: ends.close,
  get closed() {
    return ends.closed
  },
})

/** What the end of a transaction means to others. */
type End = {
  /** Called once, when it has ended: the writer is free. */
  done: () => void
  /** Resolves when what was committed is on the disk. */
  durable: () => Promise<void>
}

/** The transaction that holds the writer until it ends; what it wrote is on the disk when `commit` resolves. */
export function heldTransaction(writer: Connection, run: Run, script: (sql: string) => void, { done, durable }: End): Transaction {
  let open = true
  let wrote = false
  const end = (sql: 'COMMIT' | 'ROLLBACK') => {
    if (!open) return
    open = false
    try {
      if (writer.inTransaction) writer.run(sql)
    } finally {
      // A COMMIT that failed (a full disk, a broken constraint) may have left the transaction open.
      if (writer.inTransaction) writer.run('ROLLBACK')
      done()
    }
  }
  // SQLite ends a transaction by itself after some failures; what follows must not be written outside it.
  const demandOpen = () => {
    if (!open || !writer.inTransaction) throw ended()
  }
  return transaction(
    (statement, args) => {
      demandOpen()
      wrote ||= !reads(statement)
      return run(statement, args)
    },
    (sql) => {
      demandOpen()
      wrote = true
      script(sql)
    },
    {
      commit: async () => {
        try {
          demandOpen()
          end('COMMIT')
        } finally {
          end('ROLLBACK')
        }
        if (wrote) await durable()
      },
      close: () => end('ROLLBACK'),
      get closed() {
        return !open
      },
    },
  )
}

/** A transaction begun while the same call holds one already: it may look, and when it writes it says what was forgotten. */
export function secondTransaction(reader: Connection): Transaction {
  let open = true
  const end = () => {
    open = false
  }
  const refuse = (sql: string): never => {
    throw new ForgottenRequest(tableOf(sql))
  }
  return transaction((statement, args) => (reads(statement) ? reader.run(statement, args) : refuse(sqlOf(statement))), refuse, {
    commit: async () => end(),
    close: end,
    get closed() {
      return !open
    },
  })
}
