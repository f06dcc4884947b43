import type { SanitizedConfig } from 'payload'
import { type Part, partsOf } from './parts.ts'

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')

const rows: [label: string, of: (part: Part) => string][] = [
  ['plugin', ({ plugins }) => code(plugins)],
  ['collections', ({ collections, globals }) => code([...collections, ...globals])],
  ['endpoints', ({ endpoints }) => code(endpoints)],
  ['tells', ({ events }) => code(events)],
  ['hears', ({ hears }) => hears.map(({ event, name }) => `\`${event}\` (\`${name}\`)`).join(', ')],
  ['jobs', ({ jobs }) => jobs.map(({ name, every }) => `\`${name}\` (${every})`).join(', ')],
  ['can be paid for', ({ payables }) => code(payables)],
  ['can be searched', ({ searchables }) => code(searchables)],
  ['payment providers', ({ providers }) => code(providers)],
  ['tiles of the admin', ({ widgets }) => code(widgets)],
  ['sample data', ({ seeds }) => code(seeds)],
  ['blocks of pages', ({ blocks }) => code(blocks)],
  ['areas of API keys', ({ areas }) => code(areas)],
  ['resources of `/api/v1`', ({ resources }) => code(resources)],
  ['error tables', ({ errors }) => code(errors)],
  ['stands on', ({ uses }) => code(uses)],
]

const section = (part: Part) => {
  const lines = rows.flatMap(([label, of]) => (of(part) ? [`| ${label} | ${of(part)} |`] : []))
  return `## ${part.folder}\n\n| | |\n|---|---|\n${lines.join('\n')}`
}

/** What each folder brings and how it hangs together with the others, as a page of the documentation. */
export const integrationPage = (config: SanitizedConfig): string =>
  `# Integration points\n\nGenerated from the configuration and the imports by \`npm run generate\`. What each folder is for stands in [components.md](../components.md).\n\n${partsOf(
    config,
  )
    .map(section)
    .join('\n\n')}\n`
