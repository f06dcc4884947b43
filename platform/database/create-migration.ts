import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { breakpoint, folders, migrationsIn } from './migrate.ts'
import { schemaChanges, snapshotFile } from './schema-changes.ts'

const stamp = (time: Date) => time.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '_')

// The order of the names is the order of the migrations.
const timeAfter = (last = ''): string => {
  const now = stamp(new Date())
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)/.exec(last) ?? []
  return now > last.slice(0, now.length) ? now : stamp(new Date(Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`) + 1000))
}

/**
 * Writes the next schema migration of SQLite: the difference between the last one and the configuration. Answers its name, or nothing when they agree.
 *
 * Columns and tables that are new are made first, those that are gone are dropped last. Read the file before you commit it, and edit it where data is to survive:
 * - a rename: replace the pair of ADD and DROP by `ALTER TABLE … RENAME COLUMN … TO …`;
 * - a field that moved, or became localized: copy it between the two halves, `UPDATE … SET … = (SELECT …)`;
 * - a new required field: give the column a DEFAULT for the rows that exist.
 * `snapshot.json` describes the tables afterwards; it stays as it is.
 */
export async function createMigration(payload: Payload, { name = 'change', folder = folders.schema } = {}): Promise<string | undefined> {
  if (payload.db.name !== 'sqlite') throw new Error('Only SQLite has schema migrations: unset DATABASE_URL, or let it name a file.')
  const { statements, snapshot } = await schemaChanges(payload.db as unknown as SQLiteAdapter, folder)
  if (statements.length === 0) return undefined
  const title = `${timeAfter(migrationsIn(folder, '.sql').at(-1))}_${name.replaceAll(/\W+/g, '_').toLowerCase()}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${title}.sql`), `${statements.join(`\n${breakpoint}\n`)}\n`)
  writeFileSync(snapshotFile(folder), `${JSON.stringify(snapshot, null, 1)}\n`)
  return title
}
