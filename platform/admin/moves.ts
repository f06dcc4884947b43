import type { PayloadRequest, Where } from 'payload'
import { granted } from '../access.ts'
import { type Machine, type MoveRule, type StateLook, verbsFrom } from '../states.ts'

/** A move that the viewer may make now, as the button draws it. */
export type OfferedMove = {
  verb: string
  label: string
  /** Address to post to. */
  action: string
  /** Where the move leads, as a word and a tone. */
  to: StateLook
  reason?: 'required' | 'optional'
}

type Document = { collection: string; id: string; status: string }

/** Whether the viewer may make a move on this document now; what hangs on more than role and state is asked of the database. */
async function mayMake(req: PayloadRequest, { grants, where }: MoveRule, { collection, id }: Document): Promise<boolean> {
  const answer = granted(req, grants ?? [])
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

/** How a state looks; one that the machine does not know any more keeps its name. */
export const lookOf = (machine: Machine, state: string): StateLook => machine.states[state] ?? { label: state, tone: 'neutral' }

/** The moves that the viewer of a document may make in its present state. */
export async function offeredMoves(req: PayloadRequest, machine: Machine, document: Document): Promise<OfferedMove[]> {
  const offered: OfferedMove[] = []
  for (const verb of verbsFrom(machine, document.status)) {
    const rule = machine.moves[verb]
    if (!rule?.grants || !(await mayMake(req, rule, document))) continue
    offered.push({
      verb,
      label: rule.label,
      action: `${req.payload.config.routes.api}/${document.collection}/${encodeURIComponent(document.id)}/${verb.replaceAll('_', '-')}`,
      to: lookOf(machine, rule.to),
      ...(rule.reason && { reason: rule.reason }),
    })
  }
  return offered
}
