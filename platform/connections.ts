import type { Config, GroupField, Payload } from 'payload'
import { remembered } from './cache/remembered.ts'
import { globalTag } from './cache/tags.ts'
import { plainText } from './secrets.ts'
import { withRequest } from './transaction.ts'

const slug = 'connections'

type Groups = Record<string, Record<string, string>>

const textsOf = (group: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(group).flatMap(([name, value]) => {
      const text = plainText(value)
      return text ? [[name, text]] : []
    }),
  )

const read = (payload: Payload): Promise<Groups> =>
  withRequest(payload, slug, async (req) => {
    const found = await payload.findGlobal({ slug: slug as never, req, depth: 0, context: { revealSecrets: true } })
    const groups = Object.entries(found as object).filter((entry): entry is [string, object] =>
      Boolean(entry[1] && typeof entry[1] === 'object'),
    )
    return Object.fromEntries(groups.map(([name, group]) => [name, textsOf(group)]))
  })

/** What was entered in the admin to reach the outside service `name`, secrets in plain text; what is empty is left out. Read once until it changes. */
export async function connectionOf(payload: Payload, name: string): Promise<Record<string, string>> {
  if (!payload.config.globals.some((global) => (global.slug as string) === slug)) return {}
  return (await remembered(payload, slug, globalTag(slug), () => read(payload)))[name] ?? {}
}

/** The globals of a configuration, with further outside services among the connections. */
export const withConnections = ({ globals = [] }: Pick<Config, 'globals'>, groups: readonly GroupField[]) =>
  globals.map((global) => (global.slug === slug ? { ...global, fields: [...global.fields, ...groups] } : global))

/** Lets a field hold an address with one of these protocols, also when it is secret. */
export const addressWith =
  (example: string, protocols: readonly string[]) =>
  (value: unknown): true | string => {
    const text = plainText(value)
    return !text || (URL.canParse(text) && protocols.includes(new URL(text).protocol)) || `Give an address such as ${example}`
  }
