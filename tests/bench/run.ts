// `npm run bench [-- part …] [--seconds N]`: what the platform carries on this machine. Compare figures of one run only.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { parseArgs } from 'node:util'

/** What can be measured, in this order when nothing is named: each by a program of its own, with the longest that it may take in seconds. */
const parts: Record<string, { shows: string; limit: number }> = {
  stock: { shows: 'ours beside a stock Payload app on Next: reads, writes, start, memory', limit: 300 },
  checkout: { shows: 'checkouts and the catalogue beside them, on each database that is found', limit: 180 },
  search: { shows: 'the search index: filling it, changing it, asking it', limit: 120 },
  sockets: { shows: 'ten thousand sockets', limit: 120 },
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { seconds: { type: 'string' } } })
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0 || (values.seconds && !/^\d+$/.test(values.seconds))) {
  console.error(
    `npm run bench -- [part …] [--seconds N]\n${Object.entries(parts)
      .map(([name, { shows }]) => `  ${name.padEnd(10)}${shows}`)
      .join('\n')}`,
  )
  process.exit(1)
}

let failed = false
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  const { shows, limit } = parts[name] as { shows: string; limit: number }
  console.log(`\n== ${name}: ${shows}`)
  const child = spawn(process.execPath, [path.join(import.meta.dirname, `${name}.ts`)], {
    stdio: 'inherit',
    env: { ...process.env, ...(values.seconds && { BENCH_SECONDS: values.seconds }) },
    timeout: limit * 1000,
  })
  const [code, signal] = await once(child, 'exit')
  if (code === 0) continue
  failed = true
  console.error(`${name} ended with ${signal ?? code}.`)
}
process.exit(failed ? 1 : 0)
