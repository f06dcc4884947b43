import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Environment } from '../environment.ts'
import { told } from './run.ts'

/** How long a process may take to come up, and to go, in milliseconds. */
const comes = 120_000
const goes = 20_000
/** The pause before a process that died is replaced; longer each time it dies soon. */
const pauses = [500, 1_000, 2_000, 5_000, 10_000, 30_000]

const report = (line: string) => console.log(`processes  | ${line}`)

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Starts a process and waits until it answers; its address is told to `at`. */
async function begin(variables: Record<string, string>, at: (url: string) => void): Promise<Worker> {
  const worker = cluster.fork(variables)
  const late = setTimeout(() => worker.process.kill('SIGKILL'), comes)
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: { ready?: string }) => {
      if (message.ready === undefined) return
      at(message.ready)
      resolve()
    })
    worker.once('exit', (code, signal) => reject(told(`A process ended with ${signal ?? code} before it was ready.`)))
  })
  await ready.finally(() => clearTimeout(late))
  return worker
}

/** Asks a process to finish what it is doing and waits until it is gone. */
async function dismiss(worker: Worker, how: () => void): Promise<void> {
  if (worker.isDead()) return
  const gone = once(worker, 'exit')
  const late = setTimeout(() => worker.process.kill('SIGKILL'), goes)
  how()
  await gone
  clearTimeout(late)
}

/** What a team is made of. */
export type Team = {
  /** How many processes. */
  count: number
  environment: Environment
  /** Makes ready what the processes need, before they are replaced. */
  build: () => Promise<void>
  /** The program of a process. */
  worker?: string
}

/**
 * Runs the platform in several processes behind one port: those that die are replaced, SIGUSR2 replaces them one by one while the others answer,
 * SIGTERM and SIGINT end them all. The first comes up alone, so that migrations and sample data are written once.
 */
export async function startTeam({
  count,
  environment,
  build,
  worker = fileURLToPath(new URL('worker.ts', import.meta.url)),
}: Team): Promise<void> {
  cluster.setupPrimary({ exec: worker, args: [] })
  const team = new Set<Worker>()
  let url = ''
  let stopping = false
  let deaths = 0

  const outside =
    environment.mode === 'sandbox'
      ? await import('./outside.ts').then(({ startOutside }) => startOutside(environment, () => url))
      : undefined

  const add = async (): Promise<Worker> => {
    const worker = await begin(outside?.variables ?? {}, (address) => {
      url = address
    })
    team.add(worker)
    worker.once('exit', (code, signal) => {
      // Whoever is dismissed was taken out of the team before.
      if (team.delete(worker) && !stopping) void replace(signal ?? code)
    })
    return worker
  }

  const replace = async (how: string | number): Promise<void> => {
    report(`One ended with ${how}; another one is started.`)
    while (!stopping) {
      await pause(pauses[Math.min(deaths++, pauses.length - 1)] as number)
      const added = await add().catch((error: Error) => report(error.message))
      if (!added) continue
      report(`${added.process.pid} has come in its place.`)
      // A process that lives for a while shows that there is no lasting fault.
      setTimeout(() => {
        if (!added.isDead()) deaths = 0
      }, 60_000).unref()
      return
    }
  }

  const renew = async (): Promise<void> => {
    report('Replacing the processes one by one.')
    await build()
    for (const old of [...team]) {
      if (old.isDead()) continue
      const fresh = await add()
      team.delete(old)
      await dismiss(old, () => old.send('leave'))
      report(`${old.process.pid} has been replaced by ${fresh.process.pid}.`)
      if (stopping) return
    }
    report('All processes are new.')
  }

  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) return
    stopping = true
    // Also those that are still coming up.
    const all = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
    await Promise.all(all.map((worker) => dismiss(worker, () => worker.process.kill(signal))))
    await outside?.stop()
    process.exit(0)
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
  let renewing = Promise.resolve()
  process.on('SIGUSR2', () => {
    renewing = renewing.then(renew).catch((error: Error) => report(`The processes stay as they are: ${error.message}`))
  })

  await add()
  await Promise.all(Array.from({ length: count - 1 }, add))
}
