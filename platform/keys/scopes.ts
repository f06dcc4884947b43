import type { SanitizedConfig } from 'payload'
import { type Route, routeFor } from '../routes.ts'
import { type Act, areaOf, areasOf } from './areas.ts'
import type { Key } from './key.ts'

/** Signing in and what belongs to it is for people; a key that could do it would make more of itself than it is. */
const forPeople = /^\/(login|logout|refresh-token|forgot-password|reset-password|unlock|verify|first-register|init)\b/

const kinds = { collection: 'collections', global: 'globals' } as const

/** What a key needs to call a route; undefined: no key may. */
export function scopeOf(config: SanitizedConfig, { method, owner, path, definition }: Route): string | undefined {
  if (definition?.scope !== undefined) return definition.scope ?? undefined
  if (owner.kind === 'platform') return undefined
  const area = areaOf(areasOf(config), kinds[owner.kind], owner.slug)
  if (!area || (area === 'account' && forPeople.test(path))) return undefined
  const act: Act = method === 'GET' || method === 'HEAD' ? 'read' : 'write'
  return `${area}:${act}`
}

/** Whether a key may make a request, and what it lacks. GraphQL looks at its fields by itself. */
export function admitted(
  config: SanitizedConfig,
  { scopes }: Key,
  method: string,
  pathname: string,
): { ok: true } | { ok: false; scope: string | null } {
  const route = routeFor(config, method, pathname)
  if (route?.pattern === '/api/graphql') return { ok: true }
  const scope = route && scopeOf(config, route)
  return scope && scopes.includes(scope) ? { ok: true } : { ok: false, scope: scope ?? null }
}
