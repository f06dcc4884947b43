import type { SanitizedConfig } from 'payload'
import { type Route, routeFor } from '../routes.ts'
import { type Act, areasOf, scopesOf, scopesOn } from './areas.ts'
import type { Key } from './key.ts'

/** Signing in and what belongs to it is for people; a key that could do it would make more of itself than it is. */
const forPeople = /^\/(login|logout|refresh-token|forgot-password|reset-password|unlock|verify|first-register|init)\b/

const kinds = { collection: 'collections', global: 'globals' } as const

/** The scopes any of which lets a key call a route; none: no key may. */
export function scopesFor(config: SanitizedConfig, { method, owner, path, definition }: Route): string[] {
  if (definition?.scope === 'any') return scopesOf(areasOf(config)).map(({ value }) => value)
  if (definition?.scope !== undefined) return definition.scope ? [definition.scope] : []
  if (owner.kind === 'platform' || (owner.slug === 'users' && forPeople.test(path))) return []
  const act: Act = method === 'GET' || method === 'HEAD' ? 'read' : 'write'
  return scopesOn(areasOf(config), kinds[owner.kind], owner.slug, act)
}

/** Where each part of a request is looked at by itself, or nothing is said but what everybody may know. */
const withoutScope = new Set(['/api/graphql', '/api/mcp', '/api/openapi.json'])

/** What a key lacks to make a request: the scopes any of which would do, none when no key may make it; undefined when it may. GraphQL looks at its fields and MCP at its tools by itself. */
export function lacking(config: SanitizedConfig, key: Key, method: string, pathname: string): string[] | undefined {
  const route = routeFor(config, method, pathname)
  if (route && withoutScope.has(route.pattern)) return undefined
  const scopes = route ? scopesFor(config, route) : []
  return scopes.some((scope) => key.scopes.includes(scope)) ? undefined : scopes
}
