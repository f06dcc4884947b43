import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { afterAll, afterEach } from 'vitest'
import { freePort } from './platform.ts'
import { screenPath, webkitPath } from './tools.ts'
import { type Hands, type Visitor, visitor } from './visitor.ts'

/** The name under which WebDriver speaks of elements. */
const element = 'element-6066-11e4-a52e-4f735466cecf'

type Node = { [element]: string }

/** No card that draws, no accessibility bus and no sandbox: containers have none of them, and pages are our own. */
const settings = {
  GDK_BACKEND: 'x11',
  LIBGL_ALWAYS_SOFTWARE: '1',
  NO_AT_BRIDGE: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill()
  await gone
}

/** A screen that nobody sees, by its name. */
async function screen() {
  const child = spawn(screenPath() ?? 'Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = (await once(child.stdio[3] as Readable, 'data')) as [Buffer]
  return { child, display: `:${String(number).trim()}` }
}

type Ask = <Value>(method: string, path: string, body?: object) => Promise<Value>

/** Speaks WebDriver with the driver of WebKit. */
async function driver(display: string): Promise<{ child: ChildProcess; ask: Ask }> {
  const port = await freePort()
  const child = spawn(webkitPath() ?? 'WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, ...settings, DISPLAY: display },
  })
  const ask: Ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) })
    const { value } = (await response.json()) as { value: never }
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`)
    return value
  }
  for (let tries = 0; tries < 100; tries++) {
    const ready = await ask<{ ready: boolean }>('GET', '/status').catch(() => undefined)
    if (ready?.ready) return { child, ask }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The driver of WebKit does not answer.')
}

const run = (work: string) =>
  `const done = arguments[arguments.length - 1]; Promise.resolve().then(() => (${work})(...[...arguments].slice(0, -1))).then(done, (error) => done({ error: String(error) }))`

function handsOf(ask: Ask): Hands<Node> {
  const call = async (work: string, args: string[]): Promise<unknown> => {
    const value = await ask<unknown>('POST', '/execute/async', { script: run(work), args })
    if (typeof value === 'object' && value !== null && 'error' in value) throw new Error(String(value.error))
    return value ?? undefined
  }
  const on = (node: Node, verb: string, body: object = {}) => ask<void>('POST', `/element/${node[element]}/${verb}`, body)
  return {
    goto: (url) => ask('POST', '/url', { url }),
    ask: async (work, said) => (await call(work, said)) as string | undefined,
    find: async (work, said) => (await call(work, said)) as Node | undefined,
    click: (node) => on(node, 'click'),
    type: async (node, text) => {
      await on(node, 'clear')
      await on(node, 'value', { text })
    },
    width: async (width) => void (await ask('POST', '/window/rect', { width, height: 900 })),
  }
}

/** Opens WebKit, the engine of Safari, for the tests of this file: pages of the site at `url`, each of somebody who has never been here. */
export async function openWebkit(url: string): Promise<{ page: () => Promise<Visitor> }> {
  const { child: shown, display } = await screen()
  const { child, ask } = await driver(display)
  const open: string[] = []
  const close = async () => {
    for (const session of open.splice(0)) await ask('DELETE', session)
  }
  afterEach(close)
  afterAll(async () => {
    await end(child)
    await end(shown)
  })
  const page = async () => {
    await close()
    const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', { capabilities: { alwaysMatch: {} } })
    const session = `/session/${sessionId}`
    open.push(session)
    return visitor(
      handsOf((method, path, body) => ask(method, session + path, body)),
      url,
    )
  }
  return { page }
}
