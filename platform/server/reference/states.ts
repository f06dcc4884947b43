import type { SanitizedConfig } from 'payload'
import type { Grant } from '../../access.ts'
import type { Machine } from '../../states.ts'

/** Every state machine of the configuration, by collection. */
export const machinesOf = (config: SanitizedConfig): { collection: string; machine: Machine }[] =>
  config.collections.flatMap(({ slug, custom }) => (custom?.machine ? [{ collection: slug, machine: custom.machine as Machine }] : []))

const who = (grants?: readonly Grant[]) =>
  grants ? grants.map((grant) => (typeof grant === 'function' ? 'whose it is' : grant)).join(', ') || 'admin' : 'the platform'

const diagram = ({ initial, moves }: Machine) =>
  [
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${initial}`,
    ...Object.entries(moves).flatMap(([verb, { from, to }]) => from.map((state) => `  ${state} --> ${to}: ${verb}`)),
    '```',
  ].join('\n')

const table = ({ moves }: Machine) =>
  [
    '| move | from | to | who | reason |',
    '|---|---|---|---|---|',
    ...Object.entries(moves).map(
      ([verb, { from, to, grants, reason }]) => `| ${verb} | ${from.join(', ')} | ${to} | ${who(grants)} | ${reason ?? '–'} |`,
    ),
  ].join('\n')

/** All state machines as a page of the documentation: a drawing and a table each. */
export const statesPage = (config: SanitizedConfig): string =>
  `# States\n\nGenerated from the configuration by \`npm run generate\`. Moves by people are \`POST /api/<collection>/:id/<move>\`; \`admin\` is implied.\n\n${machinesOf(
    config,
  )
    .map(({ collection, machine }) => `## ${collection}\n\n${diagram(machine)}\n\n${table(machine)}`)
    .join('\n\n')}\n`
