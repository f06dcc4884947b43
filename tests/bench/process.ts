import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import path from 'node:path'

/** The folder of the project. */
export const root = path.resolve(import.meta.dirname, '../..')

const statusOf = (pid: number) => readFileSync(`/proc/${pid}/status`, 'utf8')

const numberIn = (text: string, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => {
      try {
        return numberIn(statusOf(each), 'PPid') === pid
      } catch {
        return false
      }
    })

/** What a process and those that it started hold in memory, in megabytes. */
export const residentOf = (pid: number): number =>
  numberIn(statusOf(pid), 'VmRSS') / 1024 + childrenOf(pid).reduce((sum, each) => sum + residentOf(each), 0)

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Runs a Node program to its end; what it says is shown when it fails. */
export async function runNode(args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${said}`)
}

process.once('SIGTERM', () => process.exit(1))

/** A server that answers, and how long it took until it did. */
export type Running = { url: string; pid: number; seconds: number; stop: () => Promise<void> }

/** Starts a server program and waits until `probe` is answered. */
export async function startServer(args: string[], env: Record<string, string>, probe: string): Promise<Running> {
  const port = await freePort()
  const begun = performance.now()
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  const exited = once(child, 'exit')
  // Whatever ends the bench ends what it started.
  process.once('exit', () => child.kill('SIGKILL'))
  const ends = () => child.exitCode !== null || child.signalCode !== null
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000)
    await exited
    clearTimeout(late)
  }
  for (;;) {
    if (ends()) throw new Error(`${args.join(' ')} ended before it answered.`)
    const answer = await fetch(url + probe).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.status === 200) break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return { url, pid: child.pid as number, seconds: (performance.now() - begun) / 1000, stop }
}
