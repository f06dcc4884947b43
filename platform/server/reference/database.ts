import type { SanitizedConfig } from 'payload'
import { type Described, tablesOf } from './fields.ts'
import { type Index, indexesOf } from './indexes.ts'
import { folderOfSlug } from './parts.ts'

type Table = { slug: string; fields: Described[] }

const entity = (slug: string) => slug.replaceAll('-', '_')

const shape = ({ type, to, many, localized }: Described): string =>
  to.length > 0 ? 'id' : `${type.replace(/ .*/, '')}${many ? '_list' : ''}${localized ? '_localized' : ''}`

const keyFields = ({ fields }: Table) =>
  fields.filter(
    ({ path, to, unique, index }) => !path.includes('.') && (path === 'id' || path === 'status' || to.length > 0 || unique || index),
  )

const mark = ({ path, to, unique }: Described) => (path === 'id' ? ' PK' : to.length > 0 ? ' FK' : unique ? ' UK' : '')

const relations = ({ slug, fields }: Table) =>
  fields.flatMap(({ path, to, many }) =>
    to.map((target) => `  ${entity(slug)} ${many ? '}o--o{' : '}o--o|'} ${entity(target)} : "${path}"`),
  )

const drawing = (tables: Table[]) =>
  [
    '```mermaid',
    'erDiagram',
    ...tables.flatMap((table) => [
      `  ${entity(table.slug)} {`,
      ...keyFields(table).map((field) => `    ${shape(field)} ${field.path}${mark(field)}`),
      '  }',
    ]),
    ...tables.flatMap(relations),
    '```',
  ].join('\n')

const fieldTable = ({ fields }: Table) =>
  [
    '| field | type | meaning |',
    '|---|---|---|',
    ...fields.map(
      ({ path, type, meaning, localized, unique }) =>
        `| \`${path}\` | ${type}${localized ? ', localized' : ''}${unique ? ', unique' : ''} | ${meaning} |`,
    ),
  ].join('\n')

const indexTable = (indexes: Index[]) =>
  indexes.length === 0
    ? ''
    : `\n\n| index | serves |\n|---|---|\n${indexes.map(({ fields, unique, purpose }) => `| ${fields.map((field) => `\`${field}\``).join(', ')}${unique ? ' (unique)' : ''} | ${purpose} |`).join('\n')}`

const partOf = (slug: string): string => {
  const folder = folderOfSlug(slug)
  return folder.startsWith('plugins/') || folder === 'collections' ? folder : 'platform and jobs'
}

/** All tables as a page of the documentation: a drawing per plugin, fields with their meaning, indexes with the query that they serve. */
export function databasePage(config: SanitizedConfig): string {
  const tables = tablesOf(config)
  const indexes = indexesOf(config)
  const parts = [...new Set(tables.map(({ slug }) => partOf(slug)))].sort()
  const sections = parts.map((part) => {
    const own = tables.filter(({ slug }) => partOf(slug) === part)
    const each = own.map(
      (table) => `### ${table.slug}\n\n${fieldTable(table)}${indexTable(indexes.filter(({ collection }) => collection === table.slug))}`,
    )
    return `## ${part}\n\n${drawing(own)}\n\n${each.join('\n\n')}`
  })
  return `# Tables\n\nGenerated from the configuration by \`npm run generate\`. The drawings show identifiers, states, relations and what is looked up; the tables show every field. Why it is built so stands in [database.md](../database.md).\n\n${sections.join('\n\n')}\n`
}
