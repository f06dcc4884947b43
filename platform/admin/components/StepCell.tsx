import type { DefaultServerCellComponentProps } from 'payload'
import { lookOf, machineOf } from '../steps.ts'
import { StateBadge } from './StateBadge.tsx'

/** A state in the history of documents of all kinds. */
export function StepCell({ cellData, payload, rowData }: DefaultServerCellComponentProps) {
  const machine = machineOf(payload, String((rowData as { subject?: unknown }).subject))
  if (typeof cellData !== 'string' || !cellData) return '–'
  return machine ? <StateBadge {...lookOf(machine, cellData)} /> : cellData
}
