import { Worker } from 'node:worker_threads'
import type { Asked, Engine, Found, Told } from './protocol.ts'

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void }

// By name, so that the bundler of the admin, which never searches, does not follow it.
const script = './worker.ts'

/** An index in a thread of its own, because a search among many documents would keep everybody else waiting. */
export function startEngine(onEnd: (error?: Error) => void): Engine {
  const worker = new Worker(new URL(script, import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 1024 } })
  const waiting = new Map<number, Waiting>()
  let last = 0
  const end = (error?: Error) => {
    for (const { reject } of waiting.values()) reject(error ?? new Error('The search index was stopped.'))
    waiting.clear()
    onEnd(error)
  }
  worker.on('message', ({ number, answer, error }: Told) => {
    const asker = waiting.get(number)
    waiting.delete(number)
    if (waiting.size === 0) worker.unref()
    if (error === undefined) asker?.resolve(answer as never)
    else asker?.reject(new Error(error))
  })
  worker.on('error', end)
  worker.on('exit', () => end())
  worker.unref()

  const ask = <Answer>(asked: Asked extends infer Each ? (Each extends Asked ? Omit<Each, 'number'> : never) : never): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const number = ++last
      waiting.set(number, { resolve, reject })
      worker.ref()
      worker.postMessage({ number, ...asked })
    })
  return {
    put: (given) => ask({ name: 'put', given }),
    remove: (given) => ask({ name: 'remove', given }),
    search: (given) => ask<Found>({ name: 'search', given }),
    stop: async () => void (await worker.terminate()),
  }
}
