import type { CollectionConfig, CollectionSlug, Endpoint, PayloadRequest, SelectField, UIField, Where } from 'payload'
import { z } from 'zod'
import { demand, type Grant, serverOnly } from './access.ts'
import { bulkEndpoint } from './bulk.ts'
import { now } from './clock.ts'
import { endpoint } from './endpoint.ts'
import { fail } from './errors.ts'
import { isId } from './ids.ts'
import { shared } from './instance.ts'
import { afterCommit, inTransaction } from './transaction.ts'
import { historyEndpoint } from './transitions/history.ts'
import { recordTransitions } from './transitions/record.ts'

/** How a state looks: words in the admin and a tone that goes with them. */
export type StateLook = { label: string; tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger' }

/** One step between states: from where, to where, what the button says and who may press it; without grants only the server makes it. */
export type MoveRule<State extends string = string> = {
  from: readonly State[]
  to: State
  label: string
  grants?: readonly Grant[]
  /** Whether whoever makes the move says why. */
  reason?: 'required' | 'optional'
  /** What must hold of the document besides its state. */
  where?: Where
  /** Many documents can be moved at once, from their list; for grants that are roles. */
  bulk?: boolean
}

/** A state machine as data: its states, where it begins, and every move there is. */
export type Machine<State extends string = string, Verb extends string = string> = {
  initial: State
  states: Record<State, StateLook>
  moves: Record<Verb, MoveRule<State>>
}

/** Declares a state machine. */
export const states = <State extends string, Verb extends string>(machine: {
  initial: NoInfer<State>
  states: Record<State, StateLook>
  moves: Record<Verb, MoveRule<NoInfer<State>>>
}): Machine<State, Verb> => machine

/** Which document moves, how, and what is written along with its state. */
export type Move<Verb extends string> = {
  collection: CollectionSlug
  id: string
  verb: Verb
  /** Further fields of the same document to write in the same step. */
  data?: Record<string, unknown>
  reason?: string
  /** A further condition on the document; the move is refused as a lost race when it does not hold. */
  where?: Where
}

const hintOf = (req: PayloadRequest, collection: string, id: string) => afterCommit(req, () => shared(req.payload).hint?.(collection, id))

/**
 * Makes a move if the document's state allows it: one conditional update, so that two callers cannot both win, with its row in `transitions`.
 * Throws ILLEGAL_TRANSITION (409, with the allowed verbs) or NOT_FOUND. Belongs into a transaction together with what else the move means.
 */
export async function move<State extends string, Verb extends string>(
  req: PayloadRequest,
  machine: Machine<State, Verb>,
  { collection, id, verb, data, reason, where }: Move<NoInfer<Verb>>,
): Promise<{ from: State; to: State }> {
  const { from, to, where: always } = machine.moves[verb]
  const further = [always, where].filter((condition) => condition !== undefined)
  for (const state of from) {
    const moved = await req.payload.db.updateOne({
      collection,
      req,
      options: { atomic: true },
      where: { and: [{ id: { equals: id } }, { status: { equals: state } }, ...further] },
      data: { ...data, status: to, updatedAt: now().toISOString() },
    })
    if (!moved) continue
    await recordTransitions(req, [{ collection, document: id, verb, from: state, to, reason }])
    hintOf(req, collection, id)
    return { from: state, to }
  }
  return refuse(req, machine, { collection, id, verb })
}

/** Writes the first rows of a document's history: that it began in the initial state, or in `to`, and made these moves at once. */
export async function begin<State extends string, Verb extends string>(
  req: PayloadRequest,
  machine: Machine<State, Verb>,
  { collection, id, to = machine.initial, moves = [] }: { collection: CollectionSlug; id: string; to?: State; moves?: NoInfer<Verb>[] },
): Promise<void> {
  const steps: { verb: string; from: string; to: State }[] = [{ verb: 'create', from: '', to }]
  for (const verb of moves) steps.push({ verb, from: steps.at(-1)?.to ?? to, to: machine.moves[verb].to })
  await recordTransitions(
    req,
    steps.map((step) => ({ collection, document: id, ...step })),
  )
}

/** The verbs that lead on from `state`. */
export const verbsFrom = <Verb extends string>(machine: Machine<string, Verb>, state: string): Verb[] =>
  (Object.keys(machine.moves) as Verb[]).filter((verb) => machine.moves[verb].from.includes(state))

async function refuse(req: PayloadRequest, machine: Machine, { collection, id, verb }: Move<string>): Promise<never> {
  const found = (await req.payload.db.findOne({ collection, req, where: { id: { equals: id } }, select: { status: true } })) as {
    status?: string
  } | null
  if (!found) return fail('NOT_FOUND')
  // The state may allow the verb while its further condition does not.
  return fail('ILLEGAL_TRANSITION', {
    status: found.status,
    allowed: verbsFrom(machine, found.status ?? '').filter((each) => each !== verb),
  })
}

const reasonText = z.string().trim().min(1).max(500)

const moveBody = (rule: MoveRule) =>
  rule.reason === 'required' ? z.strictObject({ reason: reasonText }) : z.strictObject({ reason: reasonText.optional() }).optional()

/** What a verb does besides the move itself; it makes the move too, and answers `{ to }` when it may end in another state. Runs inside a transaction, after the grants were checked. */
export type Work = (req: PayloadRequest, move: { id: string; reason?: string }) => Promise<unknown>

const moveEndpoint = (machine: Machine, collection: CollectionSlug, verb: string, rule: MoveRule, work?: Work): Endpoint =>
  endpoint({
    method: 'post',
    path: `/:id/${verb.replaceAll('_', '-')}`,
    summary: `${rule.label}: ${rule.from.join(', ')} → ${rule.to}`,
    access: rule.grants ?? [],
    lateAccess: true,
    body: moveBody(rule),
    returns: z.object({ id: z.string(), status: z.string() }),
    handler: (req, { params, body }) =>
      inTransaction(req, async () => {
        const { id } = params
        if (!isId(id)) return fail('NOT_FOUND')
        await demand(req, rule.grants ?? [], { collection, id })
        const reason = (body as { reason?: string } | undefined)?.reason
        const done = await (work ? work(req, { id, reason }) : move(req, machine, { collection, id, verb, reason }))
        return { id, status: (done as { to?: string } | undefined)?.to ?? rule.to }
      }),
  })

/** The field that holds the state: written by moves only. */
const stateField = (machine: Machine): SelectField => ({
  name: 'status',
  type: 'select',
  required: true,
  index: true,
  defaultValue: machine.initial,
  options: Object.entries(machine.states).map(([value, { label }]) => ({ value, label })),
  access: serverOnly,
  admin: {
    readOnly: true,
    position: 'sidebar',
    components: {
      Cell: '/platform/admin/components/StateCell.tsx#StateCell',
      Field: '/platform/admin/components/StateActions.tsx#StateActions',
    },
  },
})

const timelineField: UIField = {
  name: 'timeline',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: '/platform/admin/components/Timeline.tsx#Timeline' } },
}

/**
 * Gives a collection a state machine: its `status` field, `POST /api/<collection>/:id/<verb>` for every move that people make,
 * `GET /api/<collection>/:id/history` for whoever may read the document, and the buttons and the timeline in the admin. `works` are verbs that do more than move.
 */
export const stateful = <Verb extends string>(
  machine: Machine<string, Verb>,
  works: Partial<Record<NoInfer<Verb>, Work>>,
  collection: CollectionConfig,
): CollectionConfig => ({
  ...collection,
  admin: {
    ...collection.admin,
    components: {
      ...collection.admin?.components,
      beforeListTable: [
        ...(collection.admin?.components?.beforeListTable ?? []),
        '/platform/admin/components/StateTabs.tsx#StateTabs',
        ...(Object.values<MoveRule>(machine.moves).some(({ bulk }) => bulk) ? ['/platform/admin/components/BulkSteps.tsx#BulkSteps'] : []),
      ],
    },
  },
  fields: [stateField(machine), timelineField, ...collection.fields],
  endpoints: [
    ...(collection.endpoints || []),
    historyEndpoint(collection.slug as CollectionSlug),
    ...(Object.keys(machine.moves) as Verb[])
      .filter((verb) => machine.moves[verb].grants)
      .map((verb) => moveEndpoint(machine, collection.slug as CollectionSlug, verb, machine.moves[verb], works[verb])),
    ...(Object.keys(machine.moves) as Verb[])
      .filter((verb) => machine.moves[verb].bulk)
      .map((verb) => {
        const slug = collection.slug as CollectionSlug
        const plain: Work = (req, { id, reason }) => move(req, machine, { collection: slug, id, verb, reason })
        return bulkEndpoint(slug, verb, machine.moves[verb], works[verb] ?? plain)
      }),
  ],
  custom: { ...collection.custom, machine },
})
