import type { Access, CollectionConfig, GlobalConfig } from 'payload'
import { type Act, type Areas, scopesOn } from './areas.ts'
import { keyOf } from './key.ts'

const actOf: Record<string, Act | undefined> = { read: 'read', readVersions: 'read', create: 'write', update: 'write', delete: 'write' }

type Rule = (args: Parameters<Access>[0]) => ReturnType<Access>

/** A rule that also asks for the scope when an API key is used: also for what is populated, joined or asked by GraphQL. */
const narrow =
  (rule: Rule, scopes: readonly string[]): Rule =>
  (args) => {
    const key = keyOf(args.req)
    return !key || key.scopes.some((scope) => scopes.includes(scope)) ? rule(args) : false
  }

const narrowAll = <Rules extends object>(rules: Rules, scopes: (act: Act) => string[]): Rules =>
  Object.fromEntries(
    Object.entries(rules).map(([operation, rule]) => {
      const act = actOf[operation]
      return [operation, narrow(rule as Rule, act ? scopes(act) : [])]
    }),
  ) as Rules

/** A collection that API keys reach only within their scopes. */
export const narrowedCollection =
  (areas: Areas) =>
  (collection: CollectionConfig): CollectionConfig => ({
    ...collection,
    access: narrowAll(collection.access ?? {}, (act) => scopesOn(areas, 'collections', collection.slug, act)),
  })

/** A global that API keys reach only within their scopes. */
export const narrowedGlobal =
  (areas: Areas) =>
  (global: GlobalConfig): GlobalConfig => ({
    ...global,
    access: narrowAll(global.access ?? {}, (act) => scopesOn(areas, 'globals', global.slug, act)),
  })
