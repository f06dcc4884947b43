import type { SanitizedConfig } from 'payload'
import type { ErrorTable } from '../../errors.ts'
import { eventsOf as declaredEvents } from '../../outbox/event.ts'
import { folders, holderOf, sources } from './sources.ts'

type Named = { name: string }

/** What one folder brings and what it is connected to, as the configuration and the sources say. */
export type Part = {
  folder: string
  plugins: string[]
  collections: string[]
  globals: string[]
  endpoints: string[]
  events: string[]
  hears: { event: string; name: string }[]
  jobs: { name: string; every: string }[]
  payables: string[]
  searchables: string[]
  providers: string[]
  widgets: string[]
  seeds: string[]
  blocks: string[]
  areas: string[]
  resources: string[]
  errors: string[]
  uses: string[]
}

const slugsIn = (custom: Record<string, unknown>, name: string, key: string): string[] =>
  ((custom[name] ?? []) as Record<string, string>[]).map((each) => String(each[key]))

/** The folder of each collection and global. */
export const folderOfSlug = (slug: string): string => holderOf(`slug: '${slug}'`) ?? holderOf(`const collection = '${slug}'`) ?? 'payload'

const folderOfPlugin = (slug: string): string => holderOf('definePlugin', `slug: '${slug}'`) ?? 'payload'

/** Who owns a name such as `shop.expire-carts` or `orders.paid`: a plugin, the owner of a collection, or whoever writes the name down. */
const folderOfName = (config: SanitizedConfig, name: string): string => {
  const [prefix = ''] = name.split('.')
  if (folders.includes(`plugins/${prefix}`)) return `plugins/${prefix}`
  if (config.collections.some(({ slug }) => slug === prefix)) return folderOfSlug(prefix)
  if (pluginsOf(config).includes(prefix)) return folderOfPlugin(prefix)
  return holderOf(`'${name}'`) ?? 'platform'
}

/** The plugins that are switched on, in the order of the configuration. */
export const pluginsOf = (config: SanitizedConfig): string[] =>
  (config.plugins ?? []).flatMap((plugin) => ('slug' in plugin && typeof plugin.slug === 'string' ? [plugin.slug] : []))

type Hearing = { event: string; name: string }

/** Who hears what. */
export const subscribersOf = (config: SanitizedConfig) => (config.custom.subscribers ?? []) as Hearing[]

const jobsOf = (config: SanitizedConfig) => (config.custom.jobs ?? []) as { name: string; every: string }[]

/** The names of all events that are told: those that are declared, those that somebody hears, and those that the sources name after a collection. */
export function eventsOf(config: SanitizedConfig): string[] {
  const slugs = new Set<string>(config.collections.map(({ slug }) => slug))
  const others = new Set([...subscribersOf(config), ...jobsOf(config)].map(({ name }) => name))
  const written = sources.flatMap(({ text }) => [
    ...text.matchAll(/(emit\(req, |audit\(req, )?'([a-z]+(?:-[a-z]+)*)\.([a-z]+(?:_[a-z]+)*)'/g),
  ])
  const told = written.flatMap(([, call = '', prefix = '', word]) =>
    call.startsWith('emit') || (!call && slugs.has(prefix)) ? [`${prefix}.${word}`] : [],
  )
  return [...new Set([...Object.keys(declaredEvents(config)), ...subscribersOf(config).map(({ event }) => event), ...told])]
    .filter((name) => !others.has(name))
    .sort()
}

type Definition = {
  custom?: { definition?: { summary: string }; ofEach?: { summary: string; folder: string } }
  method: string
  path: string
}

/** The endpoints of our own, each with its full path. */
export function endpointsOf(config: SanitizedConfig): { method: string; path: string; summary: string; folder: string }[] {
  const of = (endpoints: unknown, prefix: string, folder: (path: string) => string) =>
    ((endpoints || []) as Definition[]).flatMap(({ custom, method, path }) =>
      custom?.definition && !custom.ofEach
        ? [
            {
              method: method.toUpperCase(),
              path: `/api${prefix}${path === '/' ? '' : path}`,
              summary: custom.definition.summary,
              folder: folder(path),
            },
          ]
        : [],
    )
  // What every collection has is told once.
  const each = config.collections.flatMap(({ endpoints }) =>
    ((endpoints || []) as Definition[]).flatMap(({ custom, method, path }) =>
      custom?.ofEach ? [{ method: method.toUpperCase(), path: `/api/:collection${path}`, ...custom.ofEach }] : [],
    ),
  )
  return [
    ...new Map(each.map((one) => [one.path, one])).values(),
    ...of(config.endpoints, '', (path) => (path.startsWith('/v1/') ? 'platform/v1' : (holderOf(`path: '${path}'`) ?? 'platform'))),
    ...config.collections.flatMap(({ slug, endpoints }) => of(endpoints, `/${slug}`, () => folderOfSlug(slug))),
  ]
}

const importedBy = (folder: string): string[] => {
  const own = sources.filter(({ owner }) => owner === folder)
  const found = own.flatMap(({ file, text }) =>
    [...text.matchAll(/from '(\.[^']+)'/g)].map(([, target = '']) => new URL(target, `file:///${file}`).pathname.slice(1)),
  )
  const known = new Map(sources.map(({ file, owner }) => [file, owner]))
  return [...new Set(found.flatMap((file) => known.get(file) ?? []))].filter((owner) => owner !== folder).sort()
}

/** Every folder with what it brings. */
export function partsOf(config: SanitizedConfig): Part[] {
  const custom = (config.custom ?? {}) as Record<string, unknown>
  const errorTables = (custom.errors ?? {}) as Record<string, ErrorTable>
  const named = <Thing extends Named>(things: readonly Thing[], folder: string) =>
    things.filter(({ name }) => folderOfName(config, name) === folder)
  return folders.map((folder) => {
    const by = (names: readonly string[], owner: (name: string) => string | undefined) => names.filter((name) => owner(name) === folder)
    return {
      folder,
      plugins: by(pluginsOf(config), folderOfPlugin),
      collections: by(
        config.collections.map(({ slug }) => slug),
        folderOfSlug,
      ),
      globals: by(
        config.globals.map(({ slug }) => slug),
        folderOfSlug,
      ),
      endpoints: endpointsOf(config)
        .filter((each) => each.folder === folder)
        .map(({ method, path }) => `${method} ${path}`),
      events: by(eventsOf(config), (name) => folderOfName(config, name)),
      hears: named(subscribersOf(config), folder).map(({ event, name }) => ({ event, name })),
      jobs: named(jobsOf(config), folder).map(({ name, every }) => ({ name, every })),
      payables: by(slugsIn(custom, 'payables', 'collection'), folderOfSlug),
      searchables: by(slugsIn(custom, 'searchables', 'collection'), folderOfSlug),
      providers: by(slugsIn(custom, 'providers', 'name'), (name) => holderOf(`name: '${name}'`, 'label:')),
      widgets: by(slugsIn(custom, 'widgets', 'slug'), (slug) => holderOf(`slug: '${slug}'`, 'component')),
      seeds: by(slugsIn(custom, 'seeds', 'name'), (name) => holderOf(`name: '${name}'`, 'Seed')),
      blocks: by(slugsIn(custom, 'blocks', 'slug'), (slug) => holderOf(`slug: '${slug}'`, 'Block')),
      areas: by(Object.keys((custom.areas ?? {}) as object), (name) => holderOf(`${name}: {`, 'Areas') ?? holderOf('areas:', `${name}: {`)),
      resources: by(slugsIn(custom, 'resources', 'name'), (name) => holderOf(`name: '${name}'`, 'item:')),
      errors: by(Object.keys(errorTables), (name) => (folders.includes(`plugins/${name}`) ? `plugins/${name}` : `platform/${name}`)),
      uses: importedBy(folder),
    }
  })
}
