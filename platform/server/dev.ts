import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where Astro's own server listens; the platform stands in front of it. */
const storefrontPort = 4321

const development = { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' }

const startChild = (args: string[], env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...development, ...env } as NodeJS.ProcessEnv })

const startServer = () =>
  startChild(['platform/server/dev-server.ts', `http://127.0.0.1:${storefrontPort}`], {
    DISABLE_PAYLOAD_HMR: 'true',
    // The client for scripts is published later than the rest and pinned to go with it.
    PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
  })

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

/** Calls back when sources of the server change, once for a burst of changes. */
function onChange(changed: (file: string) => void): void {
  let timer: NodeJS.Timeout | undefined
  for (const folder of ['collections', 'jobs', 'platform', 'plugins'])
    watch(path.join(root, folder), { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.ts') || file.endsWith('.d.ts') || file.includes('.next')) return
      clearTimeout(timer)
      timer = setTimeout(() => changed(path.join(folder, file)), 200)
    })
}

/** `npm run dev`: the server starts again when one of its files changes; Next and Astro reload pages by themselves. */
async function dev(): Promise<void> {
  const { environment } = await import('../environment.ts')
  const { publicUrl, mode, port } = environment
  const storefront = startChild(
    ['node_modules/astro/bin/astro.mjs', 'dev', '--root', 'storefront', '--host', '127.0.0.1', '--port', String(storefrontPort)],
    { PUBLIC_URL: publicUrl, API_URL: `http://127.0.0.1:${port}`, MODE: mode },
  )
  let server = startServer()
  let restarting = Promise.resolve()
  onChange((file) => {
    restarting = restarting.then(async () => {
      console.log(`${file} changed: starting again.`)
      await end(server)
      server = startServer()
    })
  })
  const stop = async () => {
    await Promise.all([end(storefront), restarting.then(() => end(server))])
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

await run(dev)
