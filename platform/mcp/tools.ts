import type { PayloadRequest } from 'payload'
import { granted } from '../access.ts'
import { keyOf } from '../keys/key.ts'
import { scopesFor } from '../keys/scopes.ts'
import { routeFor } from '../routes.ts'
import type { Machine, MoveRule } from '../states.ts'
import { inQuery } from './query.ts'

/** One request of the API that a tool stands for. */
export type Asked = { method: 'GET' | 'POST'; path: string; body?: object }

/** Something that an agent can do, as MCP describes it; `asks` turns its arguments into a request of the API, or says nothing when they are wrong. */
export type Tool = {
  name: string
  description: string
  inputSchema: object
  annotations: { readOnlyHint: boolean; destructiveHint?: boolean }
  asks: (given: Record<string, unknown>) => Asked | undefined
}

const text = { type: 'string' } as const
const where = { type: 'object', description: 'Condition in Payload’s query language, such as {"status":{"equals":"paid"}}.' } as const
const whole = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum })
const schema = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,64}$/.test(value)
const within = (value: unknown, least: number, most: number, otherwise: number) =>
  typeof value === 'number' ? Math.min(most, Math.max(least, Math.trunc(value))) : otherwise
const condition = (given: unknown) => (typeof given === 'object' && given !== null ? inQuery({ where: given }) : '')

function reading(slug: string, plural: string): Tool[] {
  const name = slug.replaceAll('-', '_')
  const annotations = { readOnlyHint: true }
  return [
    {
      name: `find_${name}`,
      description: `Find ${plural} that you may see.`,
      inputSchema: schema({ where, sort: text, limit: whole(1, 50), page: whole(1, 10_000) }),
      annotations,
      asks: ({ where, sort, limit, page }) => {
        const query = inQuery({
          depth: 0,
          limit: within(limit, 1, 50, 10),
          page: within(page, 1, 10_000, 1),
          ...(typeof sort === 'string' && { sort }),
        })
        return { method: 'GET', path: `/${slug}?${[query, condition(where)].filter(Boolean).join('&')}` }
      },
    },
    {
      name: `get_${name}`,
      description: `Show one of ${plural} by its id.`,
      inputSchema: schema({ id: text, depth: whole(0, 2) }, ['id']),
      annotations,
      asks: ({ id, depth }) => (isId(id) ? { method: 'GET', path: `/${slug}/${id}?depth=${within(depth, 0, 2, 0)}` } : undefined),
    },
    {
      name: `count_${name}`,
      description: `Count ${plural} that you may see.`,
      inputSchema: schema({ where }),
      annotations,
      asks: ({ where }) => ({ method: 'GET', path: `/${slug}/count?${condition(where)}` }),
    },
  ]
}

/** A move of a state machine, when the key that is used may make it: nobody else writes by this way. */
function moving(req: PayloadRequest, slug: string, singular: string, verb: string, rule: MoveRule): Tool[] {
  const { config } = req.payload
  const word = verb.replaceAll('_', '-')
  const key = keyOf(req)
  const route = routeFor(config, 'POST', `/api/${slug}/id/${word}`)
  if (!key || !route || !rule.grants || granted(req, rule.grants) === false) return []
  if (!scopesFor(config, route).some((scope) => key.scopes.includes(scope))) return []
  return [
    {
      name: `${slug}_${verb}`.replaceAll('-', '_'),
      description: `${singular}: ${rule.label} (${rule.from.join(', ')} → ${rule.to}).`,
      inputSchema: schema({ id: text, ...(rule.reason && { reason: text }) }, rule.reason === 'required' ? ['id', 'reason'] : ['id']),
      annotations: { readOnlyHint: false, destructiveHint: true },
      asks: ({ id, reason }) =>
        isId(id) ? { method: 'POST', path: `/${slug}/${id}/${word}`, body: reason === undefined ? {} : { reason } } : undefined,
    },
  ]
}

const nameOf = (label: unknown, slug: string) => (typeof label === 'string' ? label.toLowerCase() : slug)

/** What the caller can do: find, get and count in every collection that may be read, and the moves that the scopes of an API key allow. */
export async function toolsFor(req: PayloadRequest): Promise<Tool[]> {
  const tools: Tool[] = []
  for (const { slug, access, labels, custom } of req.payload.config.collections) {
    if (slug.startsWith('payload-') || !(await access.read({ req }))) continue
    tools.push(...reading(slug, nameOf(labels.plural, slug)))
    const machine = custom?.machine as Machine | undefined
    for (const [verb, rule] of Object.entries(machine?.moves ?? {}))
      tools.push(...moving(req, slug, nameOf(labels.singular, slug), verb, rule))
  }
  return tools
}
