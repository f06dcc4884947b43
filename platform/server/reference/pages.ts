import type { SanitizedConfig } from 'payload'
import { environmentVariables } from '../../environment.ts'
import { roles } from '../../roles.ts'
import { accessPage } from './access.ts'
import { statesPage } from './states.ts'

const rolesPage = () =>
  `# Roles\n\nGenerated from the code by \`npm run generate\`.\n\n| role | staff | purpose |\n|---|---|---|\n${Object.entries(roles)
    .map(([name, { purpose, staff }]) => `| ${name} | ${staff ? 'yes' : 'no'} | ${purpose} |`)
    .join('\n')}\n`

const environmentPage = () =>
  `# Environment variables\n\nGenerated from the code by \`npm run generate\`. Nothing has to be set for a first run.\n\n| variable | meaning |\n|---|---|\n${environmentVariables
    .map(({ name, description }) => `| \`${name}\` | ${description} |`)
    .join('\n')}\n`

/** The pages of the documentation that are made from the code, by file name under docs/reference. */
export const referencePages = async (config: SanitizedConfig): Promise<Record<string, string>> => ({
  'access.md': await accessPage(config),
  'states.md': statesPage(config),
  'roles.md': rolesPage(),
  'environment.md': environmentPage(),
})
