import { readFileSync } from 'node:fs'
import { createClient } from '@libsql/client'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { expect, test } from 'vitest'
import { emptyDatabase, engine, folder } from './boot.ts'

test.runIf(engine === 'sqlite')('the migrations agree with the configuration: if not, npm run migrate:create', async () => {
  Object.assign(process.env, { DATA_DIR: folder(), DATABASE_URL: emptyDatabase() })
  const { BasePayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const { schemaChanges } = await import('../../platform/database/schema-changes.ts')
  const payload = new BasePayload()
  await payload.init({ config, disableDBConnect: true, disableOnInit: true })
  const { statements } = await schemaChanges(payload.db as unknown as SQLiteAdapter)
  expect(statements).toEqual([])
})

type Key = { tableTo: string; columnsFrom: string[]; onDelete: string }

test.runIf(engine === 'sqlite')(
  'what points at a row that goes is treated as the configuration says, also in columns that came later',
  async () => {
    const { folders, migrationsIn, breakpoint } = await import('../../platform/database/migrate.ts')
    const { snapshotFile } = await import('../../platform/database/schema-changes.ts')
    const client = createClient({ url: ':memory:' })
    for (const name of migrationsIn(folders.schema, '.sql'))
      for (const statement of readFileSync(`${folders.schema}/${name}.sql`, 'utf8').split(breakpoint))
        if (statement.trim()) await client.execute(statement)
    const { tables } = JSON.parse(readFileSync(snapshotFile(folders.schema), 'utf8')) as {
      tables: Record<string, { foreignKeys: Record<string, Key> }>
    }
    for (const [table, { foreignKeys }] of Object.entries(tables)) {
      const wanted = Object.values(foreignKeys).map(({ columnsFrom, tableTo, onDelete }) => [columnsFrom[0], tableTo, onDelete])
      const { rows } = await client.execute(`PRAGMA foreign_key_list(\`${table}\`)`)
      const found = rows.map((row) => [row.from, row.table, String(row.on_delete).toLowerCase()])
      expect(found.map(String).sort(), table).toEqual(wanted.map(String).sort())
    }
  },
)
