import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { folders } from './migrate.ts'

type Named<Value> = Record<string, Value>
type ForeignKey = { columnsFrom: string[]; onUpdate?: string; onDelete?: string }
type Table = { columns: Named<unknown>; indexes: Named<{ columns: string[] }>; foreignKeys: Named<ForeignKey> }

/** drizzle-kit's description of all tables. */
export type Snapshot = { tables: Named<Table> }

type Kit = {
  generateDrizzleJson: (schema: unknown) => Promise<Snapshot>
  generateMigration: (before: Snapshot, after: Snapshot) => Promise<string[]>
}

/** Where the tables are described that all migrations together make. */
export const snapshotFile = (folder: string): string => path.join(folder, 'snapshot.json')

const lacking = <Value>(from: Named<Value>, present: Named<unknown>): Named<Value> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !(name in present)))

const only = <Value>(from: Named<Value>, test: (value: Value) => boolean): Named<Value> =>
  Object.fromEntries(Object.entries(from).filter(([, value]) => test(value)))

/** The tables of both: everything new is there, and nothing old is gone yet. */
function union(before: Snapshot, after: Snapshot): Snapshot {
  const merged = Object.entries(after.tables).map(([name, table]): [string, Table] => {
    const old = before.tables[name]
    if (!old) return [name, table]
    const dropped = lacking(old.columns, table.columns)
    const isDropped = (column: string) => column in dropped
    return [
      name,
      {
        ...table,
        columns: { ...table.columns, ...dropped },
        indexes: { ...table.indexes, ...only(lacking(old.indexes, table.indexes), ({ columns }) => columns.some(isDropped)) },
        foreignKeys: {
          ...table.foreignKeys,
          ...only(lacking(old.foreignKeys, table.foreignKeys), ({ columnsFrom }) => columnsFrom.some(isDropped)),
        },
      },
    ]
  })
  return { ...after, tables: { ...Object.fromEntries(merged), ...lacking(before.tables, after.tables) } }
}

const rebuild = /^INSERT INTO `__new_(.+?)`\((.+)\) SELECT .+ FROM `\1`;$/

// drizzle-kit copies columns into a rebuilt table that the old one does not have; SQLite reads such a name as a text, and stores it.
const onlyOldColumns = (before: Snapshot) => (statement: string) => {
  const [, table = '', list = ''] = rebuild.exec(statement) ?? []
  if (!table) return statement
  const columns = list.split(', ').filter((name) => name.replaceAll('"', '') in (before.tables[table]?.columns ?? {}))
  return `INSERT INTO \`__new_${table}\`(${columns.join(', ')}) SELECT ${columns.join(', ')} FROM \`${table}\`;`
}

const added = /^ALTER TABLE `(.+?)` ADD `(.+?)` (.+ REFERENCES .+\));$/

// drizzle-kit forgets to say what becomes of an added column when the row goes that it points at; it then could not go.
const withDeletion = (after: Snapshot) => (statement: string) => {
  const [, table = '', column = ''] = added.exec(statement) ?? []
  const key = Object.values(after.tables[table]?.foreignKeys ?? {}).find(({ columnsFrom }) => columnsFrom.includes(column))
  return key ? statement.replace(/;$/, ` ON UPDATE ${key.onUpdate} ON DELETE ${key.onDelete};`) : statement
}

const isPragma = (statement: string) => /^PRAGMA foreign_keys/i.test(statement)

/** What has to be done to the tables that the migrations make, so that they are those that the configuration describes; nothing when they agree. */
export async function schemaChanges(
  db: SQLiteAdapter,
  folder: string = folders.schema,
): Promise<{ statements: string[]; snapshot: Snapshot }> {
  const { generateDrizzleJson, generateMigration } = db.requireDrizzleKit() as unknown as Kit
  const file = snapshotFile(folder)
  const before = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : db.defaultDrizzleSnapshot) as Snapshot
  const after = await generateDrizzleJson(db.schema)
  // drizzle-kit asks whether a column is renamed when one goes and one comes in the same step: so first all that comes, then all that goes.
  const between = union(before, after)
  const steps = [
    [before, between],
    [between, after],
  ] as const
  const statements: string[] = []
  for (const [from, to] of steps)
    statements.push(
      ...(await generateMigration(from, to))
        .filter((sql) => !isPragma(sql))
        .map(onlyOldColumns(from))
        .map(withDeletion(to)),
    )
  return { statements, snapshot: after }
}
