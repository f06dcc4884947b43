import type { Payload } from 'payload'
import { outsideCall } from '../platform/call.ts'
import { asIfAt, now } from '../platform/clock.ts'
import { inDryRun } from '../platform/dry-run.ts'
import { errors } from '../platform/errors.ts'
import type { Job } from '../platform/job.ts'
import { perform } from './perform.ts'

/** What goes wrong when a job is run by hand. */
export const jobErrors = {
  JOB_RUNNING: [409, 'This job is being run right now. Wait for it to end.'],
  JOB_FAILED: [409, 'The job ran and failed; its last error says why.'],
} as const satisfies Record<string, readonly [status: number, text: string]>

/** Throws one of the errors of jobs. */
export const fail = errors(jobErrors)

/** The jobs of all plugins that are switched on, by name. */
export const jobsOf = (payload: Payload): Map<string, Job> =>
  new Map(((payload.config.custom?.jobs as Job[] | undefined) ?? []).map((job) => [job.name, job]))

/** The job of a name; an unknown one throws an error that says which there are. */
export function jobNamed(payload: Payload, name: string): Job {
  const jobs = jobsOf(payload)
  const job = jobs.get(name)
  if (!job) throw new Error(`There is no job "${name}"; there are: ${[...jobs.keys()].join(', ')}.`)
  return job
}

/** The jobs that a name stands for: one, or all that have it as a further name. */
export function jobsNamed(payload: Payload, name: string): Job[] {
  const all = [...jobsOf(payload).values()].filter(({ alias }) => alias === name)
  return all.length > 0 ? all : [jobNamed(payload, name)]
}

const oneByOne = (payload: Payload) => [...jobsOf(payload).values()].flatMap(({ name, forOne }) => (forOne ? [name] : [])).join(', ')

/** What a run by hand is about, if not all that is due now. */
export type Asked = { /** One document. */ id?: string /** As if it were then. */; at?: Date }

/** The work of a job as it was asked for. */
function workOf(payload: Payload, job: Job, { id, at }: Asked): () => ReturnType<Job['run']> {
  const { forOne } = job
  if (id !== undefined && !forOne) throw new Error(`The job "${job.name}" cannot work on one document; ${oneByOne(payload)} can.`)
  const work = () => (id !== undefined && forOne ? forOne(payload, id, { now }) : job.run(payload, { now }))
  return () => (at ? asIfAt(at, work) : work())
}

/** Runs a job now: the same function under the same lock as the schedule. Throws JOB_RUNNING when another run does not end within `patience` milliseconds. */
export async function runByHand(payload: Payload, job: Job, asked: Asked = {}, patience = 10_000): Promise<{ done: number }> {
  const work = workOf(payload, job, asked)
  const deadline = Date.now() + patience
  return outsideCall(async () => {
    for (;;) {
      const ran = await perform(payload, job, { work })
      if (ran) return ran
      if (Date.now() > deadline) return fail('JOB_RUNNING')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })
}

/** Does what a run would do and takes it all back; answers what would have been done, here and outside. */
export async function tryOut(payload: Payload, job: Job, asked: Asked = {}): Promise<{ done: number; held: string[] }> {
  const work = workOf(payload, job, asked)
  const { result, held } = await outsideCall(() => inDryRun(payload, async () => (await work()) ?? { done: 0 }))
  return { done: result.done, held }
}
