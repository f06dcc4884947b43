import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach } from 'vitest'
import { firefoxPath } from './tools.ts'
import { type Hands, type Visitor, visitor } from './visitor.ts'

/** Nothing of the browser's own business: no updates, no reports, no lists from its maker. */
const settings = {
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#none',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'intl.accept_languages': 'en-GB',
}

type Message = { id?: number; type: string; result?: unknown; error?: string; message?: string; method?: string; params?: unknown }
type Node = { sharedId: string }

/** Firefox with an empty profile, spoken to over WebDriver BiDi: no driver is needed, and no library. */
async function start() {
  const profile = mkdtempSync(path.join(tmpdir(), 'vior-firefox-'))
  const lines = Object.entries(settings).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
  writeFileSync(path.join(profile, 'user.js'), lines.join('\n'))
  const child = spawn(firefoxPath() ?? 'firefox', ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' },
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}.`)))
    createInterface({ input: child.stderr }).on('line', (line) => {
      const [, found] = /listening on (ws:\/\/\S+)/.exec(line) ?? []
      if (found) resolve(found)
    })
  })
  const end = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill()
    await gone
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
  return { address, end }
}

/** Speaks WebDriver BiDi over a socket. */
async function speak(address: string, heard: (method: string, params: unknown) => void) {
  const socket = new WebSocket(`${address}/session`)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>()
  socket.onmessage = ({ data }) => {
    const { id, type, result, error, message, method, params } = JSON.parse(String(data)) as Message
    if (id === undefined) return method && heard(method, params)
    const asked = waiting.get(id)
    waiting.delete(id)
    if (type === 'success') asked?.resolve(result as never)
    else asked?.reject(new Error(`${error}: ${message}`))
  }
  let last = 0
  return <Result>(method: string, params: object = {}): Promise<Result> =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      socket.send(JSON.stringify({ id: last, method, params }))
    })
}

type Speak = Awaited<ReturnType<typeof speak>>

const keys = { Control: '\uE009', Backspace: '\uE003' }

const typed = (text: string) => [...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })))

const emptied = [{ type: 'keyDown', value: keys.Control }, ...typed('a'), { type: 'keyUp', value: keys.Control }, ...typed(keys.Backspace)]

function handsOf(send: Speak, context: string): Hands<Node> {
  const call = async <Result>(work: string, said: string[]): Promise<Result> => {
    const { type, result, exceptionDetails } = await send<{ type: string; result: Result; exceptionDetails?: { text: string } }>(
      'script.callFunction',
      {
        functionDeclaration: work,
        arguments: said.map((value) => ({ type: 'string', value })),
        awaitPromise: true,
        target: { context },
      },
    )
    if (type !== 'success') throw new Error(exceptionDetails?.text)
    return result
  }
  const perform = (...actions: object[]) => send<void>('input.performActions', { context, actions })
  const click = (node: Node) => {
    const actions = [
      { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: node } },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    return perform({ type: 'pointer', id: 'mouse', actions })
  }
  return {
    goto: async (address) => void (await send('browsingContext.navigate', { context, url: address, wait: 'complete' })),
    ask: async (work, said) => (await call<{ value?: string }>(work, said)).value,
    find: async (work, said) => {
      const { sharedId } = await call<Partial<Node>>(work, said)
      return sharedId === undefined ? undefined : { sharedId }
    },
    click,
    type: async (node, text) => {
      await click(node)
      await perform({ type: 'key', id: 'keys', actions: [...emptied, ...typed(text)] })
    },
    width: async (pixels) => void (await send('browsingContext.setViewport', { context, viewport: { width: pixels, height: 800 } })),
  }
}

/** Opens Firefox for the tests of this file: pages of the site at `url`, each of somebody who has never been here, and the errors of their scripts. */
export async function openFirefox(url: string): Promise<{ page: () => Promise<Visitor>; faults: string[]; send: Speak }> {
  const { address, end } = await start()
  afterAll(end)
  const faults: string[] = []
  const send = await speak(address, (method, params) => {
    const { level, text } = params as { level?: string; text?: string }
    if (method === 'log.entryAdded' && level === 'error') faults.push(text ?? '')
  })
  await send('session.new', { capabilities: {} })
  await send('session.subscribe', { events: ['log.entryAdded'] })
  const open: string[] = []
  afterEach(async () => {
    for (const userContext of open.splice(0)) await send('browser.removeUserContext', { userContext })
  })
  const page = async () => {
    const { userContext } = await send<{ userContext: string }>('browser.createUserContext')
    open.push(userContext)
    const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab', userContext })
    return visitor(handsOf(send, context), url)
  }
  return { page, faults, send }
}
