import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Client } from '@libsql/client'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload, PayloadRequest } from 'payload'
import { newId } from '../ids.ts'
import { inTransaction, withRequest } from '../transaction.ts'

/** Changes data in the same way on every database. It runs once, in one transaction: everything that it writes needs `req`. */
export type DataMigration = (payload: Payload, req: PayloadRequest) => Promise<void>

/** Where migrations stand. */
export type Folders = { schema: string; data: string }

const here = path.dirname(fileURLToPath(import.meta.url))

/** Where the platform's own migrations stand. */
export const folders: Folders = { schema: path.join(here, 'migrations/sqlite'), data: path.join(here, 'migrations/data') }

/** The names of the migrations in a folder, oldest first. */
export const migrationsIn = (folder: string, extension: '.sql' | '.ts'): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(extension))
        .map((file) => file.slice(0, -extension.length))
        .sort()
    : []

/** What stands between two statements of a migration. */
export const breakpoint = '--> statement-breakpoint'

const collection = 'payload-migrations'

async function appliedTo(client: Client): Promise<{ names: Set<unknown>; batch: number }> {
  const { rows: tables } = await client.execute(`select name from sqlite_master where name = 'payload_migrations'`)
  if (tables.length === 0) return { names: new Set(), batch: 1 }
  const { rows } = await client.execute('select name, batch from payload_migrations')
  return { names: new Set(rows.map(({ name }) => name)), batch: Math.max(0, ...rows.map(({ batch }) => Number(batch))) + 1 }
}

async function migrateSchema({ client, payload }: SQLiteAdapter, folder: string): Promise<void> {
  const { names, batch } = await appliedTo(client)
  for (const name of migrationsIn(folder, '.sql')) {
    if (names.has(name)) continue
    const statements = readFileSync(path.join(folder, `${name}.sql`), 'utf8').split(breakpoint)
    const now = new Date().toISOString()
    try {
      await client.migrate([
        ...statements.filter((sql) => sql.trim() !== ''),
        {
          sql: 'insert into payload_migrations (id, name, batch, created_at, updated_at) values (?, ?, ?, ?, ?)',
          args: [newId(), name, batch, now, now],
        },
      ])
    } catch (error) {
      throw new Error(`The migration ${name} failed and has changed nothing: ${(error as Error).message}`, { cause: error })
    }
    payload.logger.info(`Migrated the schema: ${name}`)
  }
}

const isRecorded = (payload: Payload, name: string): Promise<boolean> =>
  withRequest(payload, name, async (req) => (await payload.count({ collection, where: { name: { equals: name } }, req })).totalDocs > 0)

async function migrateData(payload: Payload, folder: string): Promise<void> {
  for (const file of migrationsIn(folder, '.ts')) {
    const name = `data/${file}`
    if (await isRecorded(payload, name)) continue
    const { up } = (await import(pathToFileURL(path.join(folder, `${file}.ts`)).href)) as { up: DataMigration }
    // The id is made of the name, so that of two processes that start together one gets it.
    const id = createHash('sha256').update(name).digest('hex').slice(0, 24)
    try {
      await withRequest(payload, name, (req) =>
        inTransaction(req, async () => {
          await payload.create({ collection, data: { id, name, batch: 0 }, req })
          await up(payload, req)
        }),
      )
    } catch (error) {
      if (!(await isRecorded(payload, name)))
        throw new Error(`The migration ${name} failed and has changed nothing: ${(error as Error).message}`, { cause: error })
    }
    payload.logger.info(`Migrated data: ${name}`)
  }
}

/** Says when the database has been used by a newer release; going back to an older one may be meant, so it does not end the start. */
async function tellOfNewer(payload: Payload, { schema, data }: Folders): Promise<void> {
  const known = [...migrationsIn(schema, '.sql'), ...migrationsIn(data, '.ts').map((name) => `data/${name}`)]
  const { docs } = await withRequest(payload, 'migrations', (req) =>
    payload.find({ collection, where: { name: { not_in: known } }, pagination: false, depth: 0, req }),
  )
  if (docs.length === 0) return
  payload.logger.warn(
    `The database was used by a newer release (${docs.map(({ name }) => name).join(', ')}). This one leaves alone what it does not know; when it misses something, start the newer release or go back to a backup.`,
  )
}

/**
 * Brings the database up to date, at every start: first the schema (SQLite has one), then data.
 * Data migrations see the newest schema, so what they read may be dropped only by a later release.
 */
export async function migrate(payload: Payload, { schema, data } = folders): Promise<void> {
  if (payload.db.name === 'sqlite') await migrateSchema(payload.db as unknown as SQLiteAdapter, schema)
  await migrateData(payload, data)
  await tellOfNewer(payload, { schema, data })
}
