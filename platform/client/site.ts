import type { Chosen, Page, Query, Reading, Select } from './documents.ts'
import { type Extras, type Outcome, orThrow, type Settings, send } from './send.ts'
import type { SiteOperations } from './site-types.ts'

/** What is known of the documents of a site: the type `Config` of its `payload-types.ts`. */
export type Documents = { collections: object; globals: object; locale: unknown }

type Operation = keyof SiteOperations<Record<string, unknown>>
type Given<Name extends Operation> = SiteOperations<Record<string, unknown>>[Name]['given']
type Answer<Config extends Documents, Name extends Operation> = SiteOperations<Config['collections']>[Name]['answer']

type Arguments<Name extends Operation> =
  Record<string, never> extends Given<Name> ? [given?: Given<Name>, extras?: Extras] : [given: Given<Name>, extras?: Extras]

type Name<Config extends Documents> = Extract<keyof Config['collections'], string>

/** Everything below `/api` as one caller may use it. Unlike `/api/v1` it follows the site, release by release. */
export type Site<Config extends Documents> = {
  /** One page of the documents of a collection; throws an ApiError when it is refused. */
  find: <Slug extends Name<Config>, const Wanted extends Select<Config['collections'][Slug]> | undefined = undefined>(
    collection: Slug,
    query?: Query<Config['collections'][Slug], Wanted, Config['locale']>,
  ) => Promise<Page<Chosen<Config['collections'][Slug], Wanted>>>
  /** One document by its id. */
  one: <Slug extends Name<Config>>(
    collection: Slug,
    id: string,
    reading?: Reading<Config['locale']>,
  ) => Promise<Config['collections'][Slug]>
  create: <Slug extends Name<Config>>(collection: Slug, data: Partial<Config['collections'][Slug]>) => Promise<Config['collections'][Slug]>
  change: <Slug extends Name<Config>>(
    collection: Slug,
    id: string,
    data: Partial<Config['collections'][Slug]>,
  ) => Promise<Config['collections'][Slug]>
  remove: <Slug extends Name<Config>>(collection: Slug, id: string) => Promise<Config['collections'][Slug]>
  /** A document of which there is one. */
  global: <Slug extends Extract<keyof Config['globals'], string>>(
    slug: Slug,
    reading?: Reading<Config['locale']>,
  ) => Promise<Config['globals'][Slug]>
  /** Asks one endpoint, such as `POST /orders/checkout`; throws an ApiError when it is refused. */
  call: <Name extends Operation>(name: Name, ...args: Arguments<Name>) => Promise<Answer<Config, Name>>
  /** The same without throwing: says what came of it, with the whole response. */
  ask: <Name extends Operation>(name: Name, ...args: Arguments<Name>) => Promise<Outcome<Answer<Config, Name>>>
}

/** What the API calls differently in addresses. */
const queryOf = ({ sort, fallbackLocale, ...others }: { sort?: string | readonly string[]; fallbackLocale?: unknown }) => ({
  ...others,
  sort: typeof sort === 'object' ? sort.join(',') : sort,
  'fallback-locale': fallbackLocale,
})

/** Makes a client of everything below `/api`; it needs nothing but `fetch`. */
export function site<Config extends Documents>(settings: Settings): Site<Config> {
  const ask = (name: string, given: object = {}, extras: Extras = {}) => send(settings, name.replace(' ', ' /api'), given, extras)
  const call = async (name: string, given?: object, extras?: Extras) => orThrow(await ask(name, given, extras))
  const find = (collection: string, query: object = {}) => call(`GET /${collection}`, { query: queryOf(query) })
  const one = (collection: string, id: string, reading: object = {}) =>
    call(`GET /${collection}/:id`, { params: { id }, query: queryOf(reading) })
  const changed = async (name: string, given: object) => ((await call(name, given)) as { doc: unknown }).doc
  const create = (collection: string, body: object) => changed(`POST /${collection}`, { body })
  const change = (collection: string, id: string, body: object) => changed(`PATCH /${collection}/:id`, { params: { id }, body })
  const remove = (collection: string, id: string) => changed(`DELETE /${collection}/:id`, { params: { id } })
  const global = (slug: string, reading: object = {}) => call(`GET /globals/${slug}`, { query: queryOf(reading) })
  return { find, one, create, change, remove, global, call, ask } as unknown as Site<Config>
}
