import type { Endpoint, SanitizedConfig } from 'payload'
import type { AnyDefinition } from './endpoint.ts'

/** Whose a route is: a collection's, a global's, or the platform's own. */
export type RouteOwner = { kind: 'collection' | 'global'; slug: string } | { kind: 'platform'; slug: '' }

/** One address of the API, as the configuration has it. */
export type Route = {
  method: string
  /** The whole pattern, such as `/api/orders/:id/cancel`. */
  pattern: string
  /** The pattern below its owner, such as `/:id/cancel`. */
  path: string
  owner: RouteOwner
  /** What an endpoint of our own says of itself; Payload's say nothing. */
  definition?: AnyDefinition
}

type Known = { routes: Route[]; find: (method: string, pathname: string) => Route | undefined }

const platform: RouteOwner = { kind: 'platform', slug: '' }

const routeOf = (owner: RouteOwner, base: string, { method, path, custom }: Pick<Endpoint, 'method' | 'path' | 'custom'>): Route => ({
  method: method.toUpperCase(),
  pattern: `${base}${path === '/' ? '' : path}`,
  path,
  owner,
  ...(custom?.definition ? { definition: custom.definition as AnyDefinition } : {}),
})

/** What the server answers beside Payload's endpoints. */
const graphql = ['post', 'get'].map((method) => routeOf(platform, '/api', { method: method as 'get', path: '/graphql' }))

// As Payload's router has it: letters in either case, a last slash or none, `:id?` may be missing.
const matcher = ({ pattern }: Route) =>
  new RegExp(
    `^${pattern
      .split('/')
      .slice(1)
      .map((part) =>
        part.startsWith(':') ? (part.endsWith('?') ? '(?:/[^/]+)?' : '/[^/]+') : `/${part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`,
      )
      .join('')}/?$`,
    'i',
  )

const groupOf = (method: string, segment: string) => `${method} ${segment.toLowerCase()}`

function read(config: SanitizedConfig): Known {
  const all = [
    ...graphql,
    ...config.collections.flatMap(({ slug, endpoints }) =>
      (endpoints || []).map((each) => routeOf({ kind: 'collection', slug }, `/api/${slug}`, each)),
    ),
    ...config.globals.flatMap(({ slug, endpoints }) =>
      (endpoints || []).map((each) => routeOf({ kind: 'global', slug }, `/api/globals/${slug}`, each)),
    ),
    ...config.endpoints.map((each) => routeOf(platform, '/api', each)),
  ]
  // The first of two answers, as in Payload.
  const routes = [...new Map(all.toReversed().map((route) => [`${route.method} ${route.pattern}`, route])).values()].toReversed()
  const groups = Map.groupBy(
    all.map((route) => ({ route, matches: matcher(route) })),
    ({ route }) => groupOf(route.method, route.pattern.split('/')[2] ?? ''),
  )
  return {
    routes,
    find: (method, pathname) =>
      groups.get(groupOf(method === 'HEAD' ? 'GET' : method, pathname.split('/')[2] ?? ''))?.find(({ matches }) => matches.test(pathname))
        ?.route,
  }
}

const known = new WeakMap<SanitizedConfig, Known>()

const knownOf = (config: SanitizedConfig): Known => {
  const found = known.get(config) ?? read(config)
  known.set(config, found)
  return found
}

/** Every address of the API, own and Payload's; of two with the same address the one that answers. */
export const routesOf = (config: SanitizedConfig): Route[] => knownOf(config).routes

/** The route that answers a request, as `/api` sees it. */
export const routeFor = (config: SanitizedConfig, method: string, pathname: string): Route | undefined =>
  knownOf(config).find(method, pathname)
