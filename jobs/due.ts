import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import { backendOf } from './backend.ts'
import { type JobStatus, listJobs } from './board.ts'
import { jobsOf } from './by-hand.ts'
import { startJobs } from './runner.ts'

type Schedule = Awaited<ReturnType<typeof backendOf>>['repository']

async function scheduleOf(payload: Payload): Promise<Schedule> {
  const backend = await backendOf(payload)
  await backend.connect()
  return backend.repository
}

const overdue = async (schedule: Schedule, moment: Date): Promise<boolean> =>
  (await schedule.queryJobs()).jobs.some(({ nextRunAt }) => nextRunAt && nextRunAt <= moment)

/** The jobs whose time has come, and those that are not on the schedule yet. */
export async function dueJobs(payload: Payload): Promise<string[]> {
  const { jobs } = await (await scheduleOf(payload)).queryJobs()
  const planned = new Map(jobs.map(({ name, nextRunAt }) => [name, nextRunAt]))
  return [...jobsOf(payload).keys()].filter((name) => {
    const next = planned.get(name)
    return next ? next <= new Date() : !planned.has(name)
  })
}

/** Runs what is due, once, by the schedule that all processes share, and ends; answers how each run went. */
export async function runDue(payload: Payload, longest = 10 * 60_000): Promise<JobStatus[]> {
  const began = new Date().toISOString()
  const running = await startJobs(payload)
  const schedule = await scheduleOf(payload)
  const started = new Date()
  const deadline = Date.now() + longest
  const busy = async () => (await overdue(schedule, started)) || (await listJobs(payload)).some(({ status }) => status === 'running')
  try {
    while (Date.now() < deadline && (await busy())) await pause(50)
  } finally {
    // Also waits for what has begun and does not show it yet.
    await running.stop()
  }
  return (await listJobs(payload)).filter(({ lastRunAt }) => lastRunAt && lastRunAt >= began)
}
