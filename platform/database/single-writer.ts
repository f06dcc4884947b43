import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Client, InArgs, InStatement, ResultSet, Transaction } from '@libsql/client'
import { currentCall } from '../call.ts'
import { breath } from './breath.ts'
import { checkpoints } from './checkpoints.ts'
import { openConnection, verbOf } from './connection.ts'
import { durable } from './durable.ts'
import { ForgottenRequest, tableOf } from './forgotten-request.ts'
import { turns } from './turns.ts'
import { heldTransaction, plain, reads, secondTransaction, sqlOf } from './writer-transaction.ts'

// What was acknowledged outlives a power cut, because every write waits until the log is on the disk – beside the event loop, and for several at once,
// while SQLite by itself (FULL) would hold up everybody for each.
const shared = ['busy_timeout=5000', 'journal_mode=WAL', 'synchronous=NORMAL', 'foreign_keys=ON', 'cache_size=-32000', 'temp_store=MEMORY']
// What commits leave in the log is brought home beside the event loop too; SQLite does so by itself only when the log is 64 megabytes long.
const forWriting = [...shared, 'journal_size_limit=67108864', 'wal_autocheckpoint=16384']
// A statement that was taken for a read by mistake fails instead of writing beside the queue.
const forReading = [...shared, 'query_only=ON']

const changesTables = new Set(['create', 'alter', 'drop', 'vacuum', 'attach', 'detach'])

/** A libsql client that also says whether anybody beside it has written since it was last asked. */
export type SingleWriter = Client & { writtenElsewhere: () => boolean }

/**
 * A libsql client for one database file. One connection writes, and its transactions queue; another reads and never waits.
 * A write that would wait for a transaction of its own call fails at once.
 */
export function singleWriter(file: string): SingleWriter {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 })
  const writer = openConnection(file, forWriting)
  const reader = openConnection(file, forReading)
  const log = durable(`${file}-wal`)
  const home = checkpoints(file)
  const queue = turns()
  let version = writer.version()

  const committed = () => {
    home.committed()
    return log.reached()
  }
  const forget = () => {
    writer.forget()
    reader.forget()
  }
  const write = (statement: InStatement, args?: InArgs): ResultSet => {
    const answer = writer.run(statement, args)
    if (changesTables.has(verbOf(sqlOf(statement)))) forget()
    return answer
  }
  const script = (sql: string) => {
    writer.script(sql)
    forget()
  }
  const undo = () => {
    if (writer.inTransaction) writer.run('ROLLBACK')
  }

  const holdsTurn = () => {
    const call = currentCall()
    return call !== undefined && queue.current?.call === call
  }

  async function alone<Result>(target: string, work: () => Result): Promise<Result> {
    if (holdsTurn()) throw new ForgottenRequest(target)
    await queue.take({ call: currentCall() })
    let result: Result
    try {
      result = work()
    } finally {
      undo()
      queue.done()
    }
    await committed()
    return result
  }

  const together = (statements: InStatement[], beforeCommit = () => {}): ResultSet[] => {
    writer.run('BEGIN IMMEDIATE')
    const answers = statements.map((statement) => write(statement))
    beforeCommit()
    writer.run('COMMIT')
    return answers
  }

  const checkForeignKeys = () => {
    const { rows } = writer.run('PRAGMA foreign_key_check')
    const tables = [...new Set(rows.map(({ table }) => table))]
    if (tables.length > 0) throw new Error(`The migration leaves rows of ${tables.join(', ')} without what they refer to.`)
  }

  async function begin(): Promise<Transaction> {
    const transaction = heldTransaction(writer, write, script, { done: queue.done, durable: committed })
    await queue.take({ call: currentCall(), abandon: transaction.close })
    try {
      writer.run('BEGIN IMMEDIATE')
    } catch (error) {
      transaction.close()
      throw error
    }
    return transaction
  }

  return {
    protocol: 'file',
    get closed() {
      return !writer.open
    },
    execute: async (statement: InStatement, args?: InArgs) => {
      await breath()
      return reads(statement) ? reader.run(statement, args) : alone(tableOf(sqlOf(statement)), () => write(statement, args))
    },
    batch: (statements) => alone('a batch', () => together(statements.map(plain))),
    executeMultiple: (sql) => alone('a script', () => script(sql)),
    transaction: async () => (holdsTurn() ? secondTransaction(reader) : begin()),
    migrate: (statements) =>
      alone('a migration', () => {
        // SQLite ignores this pragma inside a transaction, and rebuilding a table while it is on empties the tables that refer to it.
        script('PRAGMA foreign_keys=OFF')
        try {
          return together(statements, checkForeignKeys)
        } finally {
          undo()
          script('PRAGMA foreign_keys=ON')
        }
      }),
    writtenElsewhere: () => {
      const before = version
      version = writer.version()
      return version !== before
    },
    sync: async () => ({ frames_synced: 0, frame_no: 0 }),
    reconnect: () => {},
    close: () => {
      if (!writer.open) return
      undo()
      home.close()
      reader.close()
      forget()
      script('PRAGMA wal_checkpoint(TRUNCATE)')
      writer.close()
      void log.close()
    },
  }
}
