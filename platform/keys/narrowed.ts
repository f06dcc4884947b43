import type { Access, CollectionConfig, GlobalConfig } from 'payload'
import { type Act, type Areas, areaOf } from './areas.ts'
import { keyOf } from './key.ts'

const actOf: Record<string, Act | undefined> = { read: 'read', readVersions: 'read', create: 'write', update: 'write', delete: 'write' }

type Rule = (args: Parameters<Access>[0]) => ReturnType<Access>

/** A rule that also asks for the scope when an API key is used: also for what is populated, joined or asked by GraphQL. */
const narrow =
  (rule: Rule, scope: string | undefined): Rule =>
  (args) => {
    const key = keyOf(args.req)
    return !key || (scope !== undefined && key.scopes.includes(scope)) ? rule(args) : false
  }

const narrowAll = <Rules extends object>(rules: Rules, area: string | undefined): Rules =>
  Object.fromEntries(
    Object.entries(rules).map(([operation, rule]) => {
      const act = actOf[operation]
      return [operation, narrow(rule as Rule, area && act ? `${area}:${act}` : undefined)]
    }),
  ) as Rules

/** A collection that API keys reach only within their scopes. */
export const narrowedCollection =
  (areas: Areas) =>
  (collection: CollectionConfig): CollectionConfig => ({
    ...collection,
    access: narrowAll(collection.access ?? {}, areaOf(areas, 'collections', collection.slug)),
  })

/** A global that API keys reach only within their scopes. */
export const narrowedGlobal =
  (areas: Areas) =>
  (global: GlobalConfig): GlobalConfig => ({ ...global, access: narrowAll(global.access ?? {}, areaOf(areas, 'globals', global.slug)) })
