import { ask, type Refusal } from './components/send.ts'

/** A move that can be made for many documents: what its button says and where it is posted to. */
export type BulkStep = { label: string; action: string }

type Answer = { done: number; refused: unknown[]; left: number }

/** So many documents one request takes. */
const most = 200

const chunks = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / most) }, (_, n) => ids.slice(n * most, (n + 1) * most))

/** Makes a move for these documents, or for all for which `where` holds, request by request; stops at the first that is refused. */
export async function moveMany(
  { action }: BulkStep,
  chosen: { ids: readonly string[] } | { where: object },
): Promise<{ done: number; refused: number; refusal?: Refusal }> {
  const sum = { done: 0, refused: 0 }
  const add = async (body: object) => {
    const { answer, refusal } = await ask<Answer>(action, body)
    sum.done += answer?.done ?? 0
    sum.refused += answer?.refused.length ?? 0
    return { left: answer?.left ?? 0, done: answer?.done ?? 0, refusal }
  }
  if ('ids' in chosen) {
    for (const ids of chunks(chosen.ids)) {
      const { refusal } = await add({ ids })
      if (refusal) return { ...sum, refusal }
    }
    return sum
  }
  for (;;) {
    const { left, done, refusal } = await add({ where: chosen.where })
    if (refusal) return { ...sum, refusal }
    if (left === 0 || done === 0) return sum
  }
}
