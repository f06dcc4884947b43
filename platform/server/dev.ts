import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where Astro's own server listens; the platform stands in front of it. */
const storefrontPort = 4321

const children: ChildProcess[] = []

function child(args: string[], env: Record<string, string>): ChildProcess {
  const started = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  children.push(started)
  return started
}

const endAll = () => {
  for (const each of children) each.kill('SIGTERM')
}

/** `npm run dev`: the server starts again when one of its files changes; Next and Astro reload pages by themselves. */
async function dev(): Promise<void> {
  const { environment } = await import('../environment.ts')
  const { publicUrl, mode, port } = environment
  const quiet = { NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' }
  const astro = child(
    [
      path.join('node_modules', 'astro', 'bin', 'astro.mjs'),
      'dev',
      '--root',
      'storefront',
      '--host',
      '127.0.0.1',
      '--port',
      String(storefrontPort),
    ],
    { ...quiet, NODE_ENV: 'development', PUBLIC_URL: publicUrl, API_URL: `http://127.0.0.1:${port}`, MODE: mode },
  )
  const server = child(['--watch', '--watch-preserve-output', 'platform/server/dev-server.ts', `http://127.0.0.1:${storefrontPort}`], {
    ...quiet,
    NODE_ENV: 'development',
    DISABLE_PAYLOAD_HMR: 'true',
  })
  process.once('SIGINT', endAll)
  process.once('SIGTERM', endAll)
  await Promise.race([astro, server].map((each) => new Promise((resolve) => each.once('exit', resolve))))
  endAll()
}

await run(dev)
