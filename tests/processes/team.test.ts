import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseUrl, freePort } from '../support/platform.ts'

const dir = mkdtempSync(path.join(tmpdir(), 'vior-team-'))
const port = await freePort()
const url = `http://127.0.0.1:${port}`
let team: ChildProcess
let output = ''
const agent = new Agent({ keepAlive: true, maxSockets: 20 })
const open: Socket[] = []

beforeAll(async () => {
  team = fork(path.join(import.meta.dirname, '../support/team.ts'), ['2'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      MODE: 'sandbox',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dir,
      DATABASE_URL: databaseUrl(dir),
      SEED: 'demo',
    } as unknown as NodeJS.ProcessEnv,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [team.stdout, team.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = once(team, 'exit').then(() => Promise.reject(new Error(output)))
  await Promise.race([once(team, 'message'), ended])
  ended.catch(() => undefined)
}, 120_000)

afterAll(() => {
  for (const socket of open) socket.disconnect()
  agent.destroy()
  team.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

type Answered = { status?: number; body: string }

/** Asks over connections that are kept, as browsers and proxies do. */
const ask = (
  at: string,
  { method = 'GET', body, headers = {} }: { method?: string; body?: object; headers?: Record<string, string> } = {},
) =>
  new Promise<Answered>((resolve, reject) => {
    const sent = body && JSON.stringify(body)
    const type = sent ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(sent)) } : {}
    const outgoing = request(url + at, { method, agent, headers: { accept: 'application/json', ...type, ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode, body: text }))
      response.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(sent)
  })

const children = (): number[] => readFileSync(`/proc/${team.pid}/task/${team.pid}/children`, 'utf8').trim().split(' ').map(Number)

const buy = async (index: number) => {
  const { docs } = JSON.parse((await ask('/api/variants?where[inStock][equals]=true&limit=1&depth=0')).body)
  const phone = `+2557120${String(10_000 + index)}`
  const { status, body } = await ask('/api/orders/checkout', {
    method: 'POST',
    body: {
      items: [{ variant: docs[0].id, quantity: 1 }],
      email: `team${index}@example.com`,
      shipping: { name: 'Team', line1: 'Street 1', city: 'Dodoma', country: 'TZ' },
    },
  })
  expect(status).toBe(201)
  const { order, secret } = JSON.parse(body)
  const opened = await ask('/api/initiate-payment', {
    method: 'POST',
    body: { subject: { relationTo: 'orders', value: order.id }, secret, provider: 'azampay', phone, operator: 'mpesa' },
  })
  return { order, secret, phone, payment: JSON.parse(opened.body).payment }
}

describe('several processes behind one port', () => {
  test('share the simulators: a phone that rings through one is answered through another', async () => {
    const { order, secret, phone, payment } = await buy(1)
    const encoded = encodeURIComponent(phone)
    // Each on a connection of its own, so that both processes are asked.
    for (let n = 0; n < 4; n++)
      expect(
        await (
          await fetch(`${url}/sandbox/phone?phone=${encoded}`, { headers: { connection: 'close', accept: 'application/json' } })
        ).json(),
      ).toHaveLength(1)
    expect((await ask(`/sandbox/phone/${payment.reference}`, { method: 'POST', body: { action: 'approve' } })).status).toBe(200)
    const paid = async () => JSON.parse((await ask(`/api/orders/${order.id}`, { headers: { 'x-order-secret': secret } })).body).status
    await expect.poll(paid).toBe('paid')
    const mails = async () => JSON.parse((await ask('/sandbox/mail?to=team1@example.com')).body)
    await expect.poll(async () => (await mails()).length).toBeGreaterThanOrEqual(2)
  })

  test('are replaced one by one while requests come in, and none is lost', async () => {
    const before = children()
    const failures: string[] = []
    let answered = 0
    let restarted = false
    const written: { id: string; secret: string }[] = []
    const visitor = async (index: number) => {
      while (!restarted) {
        const [slow, writes] = [index % 4 === 0, index % 8 === 1]
        const work = slow
          ? ask('/api/users/login', { method: 'POST', body: { email: `nobody${index}@example.com`, password: 'wrong' } })
          : writes
            ? ask('/api/carts', { method: 'POST', body: {} })
            : ask(index % 2 ? '/api/products?limit=5' : `/api/categories?limit=${1 + (answered % 50)}`)
        try {
          const { status, body } = await work
          if (status !== (slow ? 401 : writes ? 201 : 200)) failures.push(`answered ${status}`)
          if (writes && status === 201) written.push({ id: JSON.parse(body).cart.id, secret: JSON.parse(body).secret })
          answered++
        } catch (error) {
          failures.push(String(error))
        }
        // About a hundred a second in all.
        await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 100))
      }
    }
    const socket = io(url, { transports: ['websocket'], reconnectionDelay: 50, forceNew: true })
    open.push(socket)
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
    let comebacks = 0
    socket.on('connect', () => comebacks++)

    const visitors = Promise.all(Array.from({ length: 16 }, (_, index) => visitor(index)))
    team.kill('SIGUSR2')
    await expect.poll(() => output, { timeout: 90_000, interval: 200 }).toContain('All processes are new.')
    restarted = true
    await visitors
    expect(failures).toEqual([])
    expect(answered).toBeGreaterThan(200)
    // What was answered is there, and nothing else.
    expect(written.length).toBeGreaterThan(20)
    const kept = await Promise.all(written.map(({ id, secret }) => ask(`/api/carts/${id}`, { headers: { 'x-cart-secret': secret } })))
    expect(kept.filter(({ status }) => status !== 200)).toEqual([])
    const after = children()
    expect(after).toHaveLength(2)
    expect(after.filter((pid) => before.includes(pid))).toEqual([])
    await expect.poll(() => socket.connected && comebacks > 0).toBe(true)
  }, 120_000)

  test('are replaced when they die', async () => {
    const [victim = 0] = children()
    process.kill(victim, 'SIGKILL')
    await expect.poll(children, { timeout: 60_000, interval: 200 }).not.toContain(victim)
    await expect.poll(() => output, { timeout: 60_000, interval: 200 }).toMatch(/ended with SIGKILL[\s\S]*has come in its place/)
    expect(children()).toHaveLength(2)
    expect((await ask('/api/products?limit=1')).status).toBe(200)
  }, 90_000)

  test('end together with the one that was told to stop', async () => {
    const pids = children()
    const ended = once(team, 'exit')
    team.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
})

describe('several processes are refused', () => {
  const command = async (...args: string[]) => {
    const child = fork(path.join(import.meta.dirname, '../../platform/server/start.ts'), args, {
      cwd: path.resolve(import.meta.dirname, '../..'),
      env: { PATH: process.env.PATH, DATA_DIR: dir } as unknown as NodeJS.ProcessEnv,
      execArgv: [],
      silent: true,
    })
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
    const [code] = await once(child, 'close')
    return { code, said }
  }

  test('on SQLite, with what to do instead', async () => {
    const { code, said } = await command('--workers', '2')
    expect([code, said]).toEqual([1, expect.stringMatching(/needs MongoDB.*DATABASE_URL/)])
  })

  test('in a number that makes no sense', async () => {
    for (const count of ['0', 'many', '1000']) expect((await command('--workers', count)).said).toContain('whole number from 1 to 128')
  })
})
