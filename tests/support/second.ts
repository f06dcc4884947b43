import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll } from 'vitest'
import { type Client, client } from './client.ts'
import type { Platform } from './platform.ts'

/** Another process that serves the same database as the platform of this file. */
export type Second = {
  url: string
  guest: Client
  as: (role: Parameters<Platform['as']>[0]) => Client
  /** What it says of itself under a name at /metrics, added up. */
  figure: (name: string) => Promise<number>
  child: ChildProcess
}

/** Starts one; call it after `platform()`, whose settings it shares. */
export async function second({ as }: Platform, env: Record<string, string> = {}): Promise<Second> {
  const child = fork(path.join(import.meta.dirname, 'process.ts'), {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { ...process.env, PORT: '0', ...env },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  afterAll(() => void child.kill('SIGKILL'))
  const [{ url }] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The second process ended with ${code}.`))),
  ])) as [{ url: string }]
  return {
    url,
    guest: client(url),
    as: (role) => client(url, { authorization: `JWT ${as(role).token}` }),
    figure: async (name) => {
      const text = await (await fetch(`${url}/metrics`)).text()
      const found = [...text.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'gm'))]
      return found.reduce((sum, [, value]) => sum + Number(value), 0)
    },
    child,
  }
}
