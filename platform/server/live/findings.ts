import type { Payload } from 'payload'
import type { Environment } from '../../environment.ts'
import { type Finding, liveChecksOf } from '../../live-check.ts'
import { told } from '../run.ts'
import { platformChecks } from './checks.ts'

/** Everything that is not right for going live, errors first; `outside` says whether others are asked too. */
export async function liveFindings(payload: Payload, environment: Environment, { outside }: { outside: boolean }): Promise<Finding[]> {
  const checks = [...platformChecks, ...liveChecksOf(payload)].filter((check) => outside || !check.outside)
  const found = await Promise.all(checks.map((check) => check.run(payload, environment)))
  return inOrder(found.flat())
}

/** Errors before warnings. */
export const inOrder = (findings: readonly Finding[]): Finding[] => findings.toSorted((a, b) => a.severity.localeCompare(b.severity))

/** A finding as a person reads it. */
export const lineOf = ({ severity, what, remedy }: Finding): string =>
  `${severity === 'error' ? 'ERROR  ' : 'warning'}  ${what}\n         ${remedy}`

/** Refuses to go live with errors; what others outside have to do with it does not count, because they may be away for a while. */
export async function demandFitForLive(payload: Payload, environment: Environment): Promise<void> {
  const errors = (await liveFindings(payload, environment, { outside: false })).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw told(`Live mode is refused:\n${errors.map(lineOf).join('\n')}\nnpm run check:live shows all findings.`)
}
