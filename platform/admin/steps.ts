import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { type Grant, granted } from '../access.ts'
import type { EndpointDefinition } from '../endpoint.ts'
import { type Machine, type MoveRule, type StateLook, verbsFrom } from '../states.ts'
import type { Input } from './inputs.ts'
import { inputsOf } from './schema-inputs.ts'

/** Something that the viewer may do with a document now, as its button draws it. */
export type Step = {
  name: string
  label: string
  /** Address to post to. */
  action: string
  /** What it asks for first. */
  inputs: Input[]
  /** What is said before it is done; without it and without inputs, one press does it. */
  notice?: string
  look: 'primary' | 'secondary' | 'danger'
  /** What is said when it is done. */
  done: string
  /** Name of a secret in the answer, to be shown once. */
  reveals?: string
}

type Place = { collection: string; id: string }

/** The state machine of a collection, if it has one. */
export const machineOf = ({ collections }: Payload, slug: string): Machine | undefined =>
  collections[slug as CollectionSlug]?.config.custom?.machine as Machine | undefined

/** How a state looks; one that the machine does not know any more keeps its name. */
export const lookOf = (machine: Machine, state: string): StateLook => machine.states[state] ?? { label: state, tone: 'neutral' }

const addressOf = (req: PayloadRequest, { collection, id }: Place, verb: string) =>
  `${req.payload.config.routes.api}/${collection}/${encodeURIComponent(id)}/${verb}`

/** Whether the viewer may act on this document now; what hangs on more than the role is asked of the database. */
async function mayAct(req: PayloadRequest, grants: readonly Grant[], { collection, id }: Place, where?: Where): Promise<boolean> {
  const answer = granted(req, grants)
  if (answer === false) return false
  const further = [answer, where].filter((condition) => typeof condition === 'object')
  if (further.length === 0) return true
  const { totalDocs } = await req.payload.db.count({
    collection: collection as 'users',
    where: { and: [{ id: { equals: id } }, ...further] },
    req,
  })
  return totalDocs > 0
}

const reasonInput = (reason: 'required' | 'optional'): Input => ({
  name: 'reason',
  label: 'Reason',
  kind: 'text',
  required: reason === 'required',
  maxLength: 500,
})

/** The step that leads on stands out; one that ends in nothing does not, even when it is the only one. */
const lookOfMove = ({ tone }: StateLook, isFirst: boolean): Step['look'] => {
  if (tone === 'danger') return 'danger'
  return isFirst && tone !== 'neutral' ? 'primary' : 'secondary'
}

/** The moves that the viewer of a document may make in its present state. */
export async function offeredMoves(req: PayloadRequest, machine: Machine, place: Place & { status: string }): Promise<Step[]> {
  const steps: Step[] = []
  for (const verb of verbsFrom(machine, place.status)) {
    const { grants, label, reason, to, where } = machine.moves[verb] as MoveRule
    if (!grants || !(await mayAct(req, grants, place, where))) continue
    const target = lookOf(machine, to)
    steps.push({
      name: verb,
      label,
      action: addressOf(req, place, verb.replaceAll('_', '-')),
      inputs: reason ? [reasonInput(reason)] : [],
      ...((reason || target.tone === 'danger') && { notice: `The next state is “${target.label}”.` }),
      look: lookOfMove(target, steps.length === 0),
      done: `Now: ${target.label}`,
    })
  }
  return steps
}

/** More than so many nobody looks through. */
const mostOptions = 500

const ofDocument = /^\/:id\/([\w-]+)$/

/** The documents that an input lets somebody choose from, as far as the viewer may read them. */
async function withOptions(req: PayloadRequest, { choices, ...input }: Input): Promise<Input> {
  if (!choices) return input
  const { collection, value, label } = choices
  const { docs } = await req.payload.find({
    collection: collection as CollectionSlug,
    req,
    overrideAccess: false,
    depth: 0,
    limit: mostOptions,
    pagination: false,
    sort: label,
  })
  const rows = docs as unknown as Record<string, unknown>[]
  return { ...input, options: rows.map((row) => ({ value: String(row[value]), label: String(row[label]) })) }
}

/** The endpoints of a document that have a button, as far as the viewer may use them. */
export async function offeredActions(req: PayloadRequest, place: Place): Promise<Step[]> {
  const steps: Step[] = []
  for (const { path, custom } of req.payload.collections[place.collection as CollectionSlug]?.config.endpoints || []) {
    const definition = custom?.definition as EndpointDefinition<never, never, never> | undefined
    const verb = ofDocument.exec(path)?.[1]
    if (!definition?.button || !verb || !(await mayAct(req, definition.access, place))) continue
    steps.push({
      name: verb,
      label: definition.button,
      action: addressOf(req, place, verb),
      inputs: await Promise.all(inputsOf(definition.body).map((input) => withOptions(req, input))),
      look: 'secondary',
      done: `Done: ${definition.button}`,
      ...(definition.reveals && { reveals: definition.reveals, notice: 'What was valid before is no longer. The new one is shown once.' }),
    })
  }
  return steps
}
