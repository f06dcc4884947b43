import type { InArgs, InStatement, InValue, ResultSet, Row } from '@libsql/client'
import Database from 'libsql'

/** One connection to a database file. It runs statement by statement, and remembers those that it has prepared. */
export type Connection = {
  run: (statement: InStatement, args?: InArgs) => ResultSet
  script: (sql: string) => void
  /** Forgets the prepared statements: the tables have changed. */
  forget: () => void
  /** A number that changes when another connection, of whatever process, has committed something. */
  version: () => number
  readonly inTransaction: boolean
  readonly open: boolean
  close: () => void
}

type Prepared = { statement: Database.Statement; answers: boolean; columns?: string[]; columnTypes?: string[] }

/** Preparing costs more than running most statements; more than this many different ones are not in use at a time. */
const remembered = 200
const repeats = new Set(['select', 'insert', 'update', 'delete', 'with'])
// Prepared, a COMMIT that failed would stay at work on the connection and lock it.
const brackets = new Set(['begin', 'commit', 'rollback', 'savepoint', 'release'])

/** The first word of a statement, in lower case. */
export const verbOf = (sql: string): string => /^[\s(]*(\w*)/.exec(sql)?.[1]?.toLowerCase() ?? ''

const nonce = /[\da-f]{8}_[\da-f]{4}_4[\da-f]{3}_[89ab][\da-f]{3}_[\da-f]{12}/g

/** The same statement under the same text: Payload's adapter gives joined tables a new random name each time, so that none of these would ever be found again. */
export function settled(sql: string): string {
  const names = new Map<string, string>()
  return sql.replace(nonce, (found) => {
    const name = names.get(found) ?? `joined_${names.size + 1}`
    names.set(found, name)
    return name
  })
}

// libsql ends the process when it is handed a boolean, and refuses undefined and dates only after it has begun.
const bound = (value: InValue | undefined): unknown => {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.valueOf()
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  if (value === undefined) throw new TypeError('undefined cannot be written to the database')
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('Only finite numbers can be written to the database')
  return value
}

const boundAll = (args: InArgs = []): unknown =>
  Array.isArray(args)
    ? args.map(bound)
    : Object.fromEntries(Object.entries(args).map(([name, value]) => [name.replace(/^[@$:]/, ''), bound(value)]))

// Readable by position and by name. The array that libsql made is kept as it is: copying it cell by cell costs more than reading it.
const named = (values: unknown[], columns: string[]): Row => {
  const row = values as unknown as Record<string, unknown>
  for (const [index, column] of columns.entries()) if (!Object.hasOwn(row, column)) row[column] = values[index]
  return row as unknown as Row
}

const result = (content: Omit<ResultSet, 'toJSON'>): ResultSet => ({ ...content, toJSON: () => content })

const prepare = (database: Database.Database, sql: string): Prepared => {
  const statement = database.prepare(sql)
  const answers = statement.reader
  if (answers) statement.raw(true)
  return { statement, answers }
}

// Only a statement that has run knows the columns: running it is what notices that a table was changed.
const rowsOf = (prepared: Prepared, values: unknown): ResultSet => {
  const found = prepared.statement.all(values) as unknown[][]
  const described = prepared.columns && prepared.columnTypes ? undefined : prepared.statement.columns()
  prepared.columns ??= described?.map(({ name }) => name) ?? []
  prepared.columnTypes ??= described?.map(({ type }) => type ?? '') ?? []
  const { columns, columnTypes } = prepared
  return result({ columns, columnTypes, rows: found.map((row) => named(row, columns)), rowsAffected: 0, lastInsertRowid: undefined })
}

const nothing = () => result({ columns: [], columnTypes: [], rows: [], rowsAffected: 0, lastInsertRowid: undefined })

/** Opens a connection and sets it up by `pragmas`. */
export function openConnection(file: string, pragmas: readonly string[]): Connection {
  const database = new Database(file)
  for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`)
  const known = new Map<string, Prepared>()
  const versionOf = prepare(database, 'PRAGMA data_version').statement
  let open = true

  const prepared = (text: string): Prepared => {
    if (!repeats.has(verbOf(text))) return prepare(database, text)
    const sql = settled(text)
    const found = known.get(sql) ?? prepare(database, sql)
    known.delete(sql)
    known.set(sql, found)
    if (known.size > remembered) known.delete(known.keys().next().value as string)
    return found
  }
  // A closed handle is not refused by libsql but ends the process.
  const demandOpen = () => {
    if (!open) throw Object.assign(new Error('The database is closed.'), { code: 'CLIENT_CLOSED' })
  }

  return {
    run: (input, more) => {
      demandOpen()
      const { sql, args } = typeof input === 'string' ? { sql: input, args: more } : input
      if (brackets.has(verbOf(sql))) {
        database.exec(sql)
        return nothing()
      }
      const ready = prepared(sql)
      const values = boundAll(args)
      if (ready.answers) return rowsOf(ready, values)
      const { changes, lastInsertRowid } = ready.statement.run(values)
      return result({ columns: [], columnTypes: [], rows: [], rowsAffected: changes, lastInsertRowid: BigInt(lastInsertRowid) })
    },
    script: (sql) => {
      demandOpen()
      database.exec(sql)
    },
    forget: () => known.clear(),
    version: () => {
      demandOpen()
      return (versionOf.get() as [number])[0]
    },
    get inTransaction() {
      return open && database.inTransaction
    },
    get open() {
      return open
    },
    close: () => {
      if (!open) return
      open = false
      known.clear()
      database.close()
    },
  }
}
