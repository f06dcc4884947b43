import type { Payload } from 'payload'
import type { Environment } from '../../environment.ts'
import { type Finding, type LiveCheck, liveChecksOf, noticesFor } from '../../live-check.ts'
import { migrationsDone } from '../health.ts'
import { told } from '../run.ts'
import { platformChecks } from './checks.ts'

const checksOf = (payload: Payload): LiveCheck[] => [...platformChecks, ...liveChecksOf(payload)]

async function found(checks: readonly LiveCheck[], payload: Payload, environment: Environment): Promise<Finding[]> {
  const behind = await Promise.resolve(migrationsDone(payload)()).then(
    () => false,
    () => true,
  )
  // What a check reads may come with a migration that waits; that it waits is a finding of its own.
  const run = (check: LiveCheck) =>
    check.run(payload, environment).catch((error) => {
      if (behind) return []
      throw error
    })
  return (await Promise.all(checks.map(run))).flat()
}

/** Everything that is not right for going live, errors first; `outside` says whether others are asked too. */
export const liveFindings = async (payload: Payload, environment: Environment, { outside }: { outside: boolean }): Promise<Finding[]> =>
  inOrder(
    await found(
      checksOf(payload).filter((check) => outside || !check.outside),
      payload,
      environment,
    ),
  )

const order: readonly Finding['severity'][] = ['error', 'warning', 'note']

/** Errors before warnings, what is only to be known at the end. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))

/** A finding as a person reads it. */
export const lineOf = ({ severity, what, remedy }: Finding): string =>
  `${(severity === 'error' ? 'ERROR' : severity).padEnd(7)}  ${what}\n         ${remedy}`

/** Refuses to go live with errors, and tells the rest in the log. What others outside have to do with it does not count, because they may be away for a while. */
export async function demandFitForLive(payload: Payload, environment: Environment): Promise<void> {
  const checks = checksOf(payload).filter(({ outside, whileRunning }) => !outside && !whileRunning)
  const findings = await found(checks, payload, environment)
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw told(`Live mode is refused:\n${errors.map(lineOf).join('\n')}\nnpm run check:live shows all findings.`)
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  for (const { what, remedy } of [...warnings, ...(await noticesFor(payload, environment))]) payload.logger.warn(`${what} ${remedy}`)
}
