import type { ListViewServerProps } from 'payload'
import { granted } from '../../access.ts'
import type { Machine } from '../../states.ts'
import { BulkButtons } from './BulkButtons.tsx'

/** Above a list: a button for every move that the viewer may make for many of its documents at once. */
export function BulkSteps({ collectionConfig, searchParams, user, payload }: ListViewServerProps) {
  const machine = collectionConfig.custom?.machine as Machine | undefined
  if (!machine || !searchParams) return null
  const { slug } = collectionConfig
  const steps = Object.entries(machine.moves).flatMap(([verb, { bulk, grants = [], label }]) =>
    bulk && granted({ user, headers: new Headers() } as never, grants) === true
      ? [{ label, action: `${payload.config.routes.api}/${slug}/${verb.replaceAll('_', '-')}` }]
      : [],
  )
  return steps.length > 0 ? <BulkButtons steps={steps} /> : null
}
