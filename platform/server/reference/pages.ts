import type { SanitizedConfig } from 'payload'
import { environmentVariables } from '../../environment-schema.ts'
import { clientTypes, siteTypes } from '../../openapi/client-types.ts'
import { roles } from '../../roles.ts'
import { accessPage } from './access.ts'
import { databasePage } from './database.ts'
import { drawingsPage } from './drawings.ts'
import { envExample } from './env-example.ts'
import { errorsPage } from './errors.ts'
import { eventsPage } from './events.ts'
import { integrationPage } from './integration.ts'
import { statesPage } from './states.ts'

const rolesPage = () =>
  `# Roles\n\nGenerated from the code by \`npm run generate\`.\n\n| role | staff | purpose |\n|---|---|---|\n${Object.entries(roles)
    .map(([name, { purpose, staff }]) => `| ${name} | ${staff ? 'yes' : 'no'} | ${purpose} |`)
    .join('\n')}\n`

const environmentPage = () =>
  `# Environment variables\n\nGenerated from the code by \`npm run generate\`. Nothing has to be set for a first run.\n\n| variable | meaning |\n|---|---|\n${environmentVariables
    .map(({ name, description }) => `| \`${name}\` | ${description} |`)
    .join('\n')}\n`

/** The files that are made from the code, by their paths from the root of the project. */
export const generatedFiles = async (config: SanitizedConfig): Promise<Record<string, string>> => ({
  'docs/reference/access.md': await accessPage(config),
  'docs/reference/states.md': statesPage(config),
  'docs/reference/roles.md': rolesPage(),
  'docs/reference/environment.md': environmentPage(),
  'docs/reference/errors.md': errorsPage(config),
  'docs/reference/events.md': eventsPage(config),
  'docs/reference/tables.md': databasePage(config),
  'docs/reference/integration.md': integrationPage(config),
  'docs/reference/drawings.md': drawingsPage(config),
  '.env.example': envExample(),
  'platform/client/types.ts': await clientTypes(config),
  'platform/client/site-types.ts': await siteTypes(config),
})
