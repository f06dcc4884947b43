import type { Config, GroupField, Payload } from 'payload'
import { remembered } from './cache/remembered.ts'
import { globalTag } from './cache/tags.ts'
import { isUnreadable, plainText } from './secrets.ts'
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

const namesOf = (groups: object, fits: (value: unknown) => boolean): string[] =>
  Object.entries(groups).flatMap(([group, values]) =>
    Object.entries((values ?? {}) as object).flatMap(([name, value]) => (fits(value) ? [`${group}.${name}`] : [])),
  )

const stored = (payload: Payload): Promise<object> =>
  withRequest(payload, slug, (req) => payload.findGlobal({ slug: slug as never, req, depth: 0, context: { revealSecrets: true } }))

/** The fields whose secrets cannot be read, because they were sealed with another key than the present one. */
export async function unreadableConnections(payload: Payload): Promise<string[]> {
  return isThere(payload) ? namesOf(await stored(payload), isUnreadable) : []
}

const isThere = ({ config }: Payload) => config.globals.some((global) => (global.slug as string) === slug)

/** What was warned of in this process already. */
const warned = new Set<string>()

function warn(payload: Payload, fields: readonly string[]): void {
  const fresh = fields.filter((field) => !warned.has(field))
  for (const field of fresh) warned.add(field)
  if (fresh.length > 0)
    payload.logger.warn(
      { fields: fresh },
      'Entered secrets cannot be read with the present PAYLOAD_SECRET and count as empty: enter them again.',
    )
}

async function read(payload: Payload): Promise<Groups> {
  const found = await stored(payload)
  warn(payload, namesOf(found, isUnreadable))
  const groups = Object.entries(found).filter((entry): entry is [string, object] => Boolean(entry[1] && typeof entry[1] === 'object'))
  return Object.fromEntries(groups.map(([name, group]) => [name, textsOf(group)]))
}

/** What was entered in the admin to reach the outside service `name`, secrets in plain text; what is empty is left out. Read once until it changes. */
export async function connectionOf(payload: Payload, name: string): Promise<Record<string, string>> {
  if (!isThere(payload)) return {}
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
