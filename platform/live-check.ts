import type { Payload } from 'payload'
import type { Environment } from './environment.ts'

/** Something that is not right for going live, and what to do about it; a note is only to be known. */
export type Finding = { severity: 'error' | 'warning' | 'note'; what: string; remedy: string }

/** Looks for what is not right for going live, as data: a plugin puts it into `config.custom.liveChecks`. */
export type LiveCheck = {
  name: string
  /** It asks somebody outside, who may be away for a while; that must not keep the platform from starting again. */
  outside?: boolean
  /** What it finds is put right in the running admin: the platform starts with it, and says it to staff until then. */
  whileRunning?: boolean
  run: (payload: Payload, environment: Environment) => Promise<Finding[]>
}

/** The checks that plugins contribute. */
export const liveChecksOf = (payload: Payload): LiveCheck[] => (payload.config.custom?.liveChecks as LiveCheck[] | undefined) ?? []

/** What staff are to put right in the running admin. */
export const noticesFor = async (payload: Payload, environment: Environment): Promise<Finding[]> =>
  (
    await Promise.all(
      liveChecksOf(payload)
        .filter(({ whileRunning }) => whileRunning)
        .map(({ run }) => run(payload, environment)),
    )
  ).flat()
