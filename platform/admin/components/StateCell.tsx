import type { DefaultServerCellComponentProps } from 'payload'
import type { Machine } from '../../states.ts'
import { lookOf } from '../steps.ts'
import { StateBadge } from './StateBadge.tsx'

/** The state of a document in a list. */
export function StateCell({ cellData, collectionConfig }: DefaultServerCellComponentProps) {
  const machine = collectionConfig.custom?.machine as Machine | undefined
  return machine && typeof cellData === 'string' ? <StateBadge {...lookOf(machine, cellData)} /> : null
}
