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
