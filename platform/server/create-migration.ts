import { getPayload } from 'payload'
import config from '../../payload.config.ts'
import { createMigration } from '../database/create-migration.ts'

const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
const title = await createMigration(payload, { name: process.argv[2] })
console.log(
  title
    ? `Wrote platform/database/migrations/sqlite/${title}.sql; read it before you commit it.`
    : 'The migrations agree with the configuration: there is nothing to write.',
)
process.exit(0)
