import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { SanitizedConfig } from 'payload'
import { roles } from '../../roles.ts'
import { type Part, partsOf, pluginsOf } from './parts.ts'
import { root } from './sources.ts'

const node = (kind: string, name: string) => `${kind}_${name.replace(/[^a-z0-9]/gi, '_')}`

const boxes = (kind: string, names: readonly string[]) => names.map((name) => `    ${node(kind, name)}["${name}"]`)

const group = (id: string, title: string, lines: readonly string[]) => [`  subgraph ${id}["${title}"]`, ...lines, '  end']

const drawing = (direction: string, lines: readonly string[]) => ['```mermaid', `flowchart ${direction}`, ...lines, '```'].join('\n')

const names = (config: SanitizedConfig, key: string) => ((config.custom?.[key] ?? []) as { name: string }[]).map(({ name }) => name)

const features = () => readdirSync(path.join(root, 'storefront/src/features')).sort()

const layers = (config: SanitizedConfig) => {
  const of = (staff: boolean) => Object.entries(roles).flatMap(([name, role]) => (role.staff === staff ? [name] : []))
  const owners = [...new Set(names(config, 'jobs').map((name) => name.split('.')[0] ?? name))].sort()
  return drawing('TB', [
    ...group('users', 'Users and their interfaces', [
      `    visitors["Visitors: storefront in a browser"]`,
      `    members["Signed in: ${of(false).join(', ')}"]`,
      `    staff["Staff: ${of(true).join(', ')}"]`,
      `    programs["Programs: REST, GraphQL, /api/v1, sockets"]`,
    ]),
    ...group('application', 'Application', [
      '    server["Express: identifiers, limits, origins, one entry for every request"]',
      ...group('storefront', 'Storefront (Astro)', boxes('feature', features())).map((line) => `  ${line}`),
      '    adminapp["Admin (Payload on Next)"]',
      ...group('plugins', 'Plugins', boxes('plugin', pluginsOf(config))).map((line) => `  ${line}`),
      ...group('background', 'Jobs (Agenda)', boxes('jobs', owners)).map((line) => `  ${line}`),
      '    realtime["Socket.IO: hints that something changed"]',
    ]),
    ...group('data', 'Data', [
      '    sqlite[("SQLite: embedded, one process")]',
      '    mongodb[("MongoDB replica set: several processes")]',
      '    files["Uploaded files: a folder of DATA_DIR, or MongoDB"]',
      '    cache["Read cache of each process"]',
    ]),
    ...group('infrastructure', 'Infrastructure', [
      '    proxy["Proxy with TLS"]',
      '    cdn["CDN for styles, scripts and public pictures, if there is one"]',
      '    processes["One or more Node processes"]',
      '    probes["/health/live, /health/ready, /metrics"]',
    ]),
    ...group('outside', 'Outside services', [
      ...boxes('provider', names(config, 'providers')),
      '    smtp["Mail server"]',
      '    receivers["Receivers of webhooks"]',
      '    push["Push services of browsers"]',
      '    simulators["Simulators in sandbox mode"]',
    ]),
    '  visitors --> proxy',
    '  visitors -.-> cdn -.-> proxy',
    '  members --> proxy',
    '  staff --> proxy',
    '  programs --> proxy',
    '  proxy --> processes --> server',
    '  probes --- processes',
    '  server --> storefront',
    '  server --> adminapp',
    '  server --> plugins',
    '  server --> cache',
    '  storefront -->|in memory| server',
    '  adminapp --> plugins',
    '  background --> plugins',
    '  plugins --> realtime',
    '  plugins --> sqlite',
    '  plugins --> mongodb',
    '  plugins --> files',
    '  plugins --> outside',
  ])
}

const short = (part: Part) => part.folder.replace(/^plugins\//, '')

const around = (part: Part) => {
  const title = part.plugins.length > 0 ? `${short(part)}: plugin ${part.plugins.join(', ')}` : short(part)
  const heard = [...new Set(part.hears.map(({ event }) => event))]
  const lists: [kind: string, title: string, names: readonly string[], arrow: (id: string) => string][] = [
    ['endpoint', 'Endpoints', part.endpoints.length > 12 ? [`${part.endpoints.length} endpoints`] : part.endpoints, (id) => `${id} --> it`],
    ['hears', 'Events it hears', heard, (id) => `${id} -.-> it`],
    ['job', 'Jobs', part.jobs.map(({ name }) => name), (id) => `${id} --> it`],
    ['collection', 'Collections', [...part.collections, ...part.globals], (id) => `it --> ${id}`],
    ['tells', 'Events it tells', part.events, (id) => `it -.-> ${id}`],
    ['provider', 'Providers', part.providers, (id) => `it --> ${id}`],
    ['uses', 'Stands on', part.uses, (id) => `it ==> ${id}`],
  ]
  const shown = lists.filter(([, , each]) => each.length > 0)
  return drawing('LR', [
    `  it["${title}"]`,
    ...shown.flatMap(([kind, label, each]) => group(`all_${kind}`, label, boxes(kind, each))),
    ...shown.map(([kind, , , arrow]) => `  ${arrow(`all_${kind}`)}`),
  ])
}

/** The drawings whose nodes come from the code: the five layers, and one of each folder that brings something. */
export function drawingsPage(config: SanitizedConfig): string {
  const drawn = partsOf(config).filter(({ plugins, collections }) => plugins.length > 0 || collections.length > 0)
  return `# Drawings\n\nGenerated from the configuration by \`npm run generate\`: the plugins, roles, providers, jobs and storefront features are those of the code. Context and containers are drawn in [architecture.md](../architecture.md).\n\n## The five layers\n\n${layers(config)}\n\n${drawn.map((part) => `## ${part.folder}\n\n${around(part)}`).join('\n\n')}\n`
}
