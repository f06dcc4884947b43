import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { io } from 'socket.io-client'
import { afterEach, describe, expect, test } from 'vitest'
import { databaseUrl } from '../support/platform.ts'

const root = path.resolve(import.meta.dirname, '../..')
const running: ChildProcess[] = []
const folders: string[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const folder = () => {
  const made = mkdtempSync(path.join(tmpdir(), 'vior-stop-'))
  folders.push(made)
  return made
}

/** A server in a process of its own. */
async function start(): Promise<{ child: ChildProcess; url: string; ended: Promise<number | null>; output: () => string }> {
  const dir = folder()
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    MODE: 'sandbox',
    PORT: '0',
    DATA_DIR: dir,
    SEED: 'none',
    LOG_LEVEL: 'info',
    DATABASE_URL: databaseUrl(dir),
    PUBLIC_URL: '',
  } as unknown as NodeJS.ProcessEnv
  const child = fork(path.join(root, 'tests/support/process.ts'), {
    cwd: root,
    env,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  running.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const ready = await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error(output)))])
  return { child, url: (ready[0] as { url: string }).url, ended, output: () => output }
}

const refused = async (url: string) => (await fetch(url).catch((error) => error.cause?.code)) as unknown

// Booting takes its time on a busy machine.
const patient = { timeout: 120_000 }
const soon = { timeout: 20_000 }

describe('a process that is told to stop', patient, () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s takes nothing new, finishes what is under way, and ends with 0', async (signal) => {
    const { child, url, ended } = await start()
    const outgoing = request(`${url}/api/users/login`, { method: 'POST', headers: { 'content-type': 'application/json' } })
    const answered = once(outgoing, 'response')
    outgoing.write('{"email":"a@test.test",')
    const idle = await fetch(`${url}/health/ready`)
    expect(idle.status).toBe(200)
    const socket = io(url, { transports: ['websocket'], reconnection: false })
    await once(socket as never, 'connect')
    const disconnected = new Promise((resolve) => socket.once('disconnect', resolve))

    child.kill(signal)
    await disconnected
    await expect.poll(() => refused(`${url}/health/live`), soon).toBe('ECONNREFUSED')
    outgoing.end('"password":"x"}')
    const [response] = await answered
    expect(response.statusCode).toBe(401)
    response.resume()
    expect(await ended).toBe(0)
  })

  test('does not wait for ever for a visitor who sends nothing more', async () => {
    const { child, url, ended } = await start()
    const outgoing = request(`${url}/api/users/login`, { method: 'POST', headers: { 'content-type': 'application/json' } })
    const cut = once(outgoing, 'error')
    outgoing.write('{')
    await fetch(`${url}/health/live`)
    child.kill('SIGTERM')
    await cut
    expect(await ended).toBe(0)
  })
})

describe('an error that nobody caught', patient, () => {
  test('is logged and ends the process with 1', async () => {
    const { child, ended, output } = await start()
    child.send('reject')
    expect(await ended).toBe(1)
    expect(output()).toContain('nobody listens')
  })

  test('does not end it when it only means that a visitor went away', async () => {
    const { child, url, output } = await start()
    child.send('lose a visitor')
    await expect.poll(output, soon).toContain('A connection ended early.')
    expect((await fetch(`${url}/health/live`)).status).toBe(200)
  })
})

describe('npm start', patient, () => {
  const command = async (env: Record<string, string>) => {
    const child = spawn(process.execPath, ['platform/server/start.ts'], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: folder(), ...env } as unknown as NodeJS.ProcessEnv,
    })
    running.push(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    const [code] = await once(child, 'close')
    return { code, output }
  }

  test('names each wrong setting, its fault and an example, and ends with 1', async () => {
    const { code, output } = await command({ PORT: 'eighty', MODE: 'production', DATABASE_URL: 'postgres://x' })
    expect(code).toBe(1)
    for (const part of [/PORT .*3000/, /MODE .*sandbox or live/, /DATABASE_URL .*file:/]) expect(output).toMatch(part)
    expect(output).not.toContain(' at ')
  })

  test('says so when the port is taken, before it does any work', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const { code, output } = await command({ PORT: String(port) })
    server.close()
    expect(code).toBe(1)
    expect(output).toBe(`Port ${port} is taken by another program. Stop it, or choose another port: PORT=3001 npm start\n`)
  })
})
