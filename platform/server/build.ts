import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { told } from './run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const signals = ['SIGINT', 'SIGTERM'] as const

/** What is built before it can be served. */
export type Build = {
  name: string
  /** Files whose change makes a new build necessary. */
  sources: string[]
  /** Where the result stands; the hash of its sources is kept beside it. */
  output: string
  command: string[]
}

const common = ['package-lock.json', 'tsconfig.json']

/** All that is built. */
export const builds: Build[] = [
  {
    name: 'admin',
    // All that the configuration imports; the server itself is not among it.
    sources: [
      ...common,
      'payload.config.ts',
      '{collections,jobs,plugins,platform/!(server)}/**/*.{ts,tsx,js,mjs,css,json,svg}',
      'platform/*.ts',
    ],
    output: 'platform/admin/.next',
    command: ['node_modules/next/dist/bin/next', 'build', 'platform/admin'],
  },
  {
    name: 'storefront',
    sources: [...common, 'storefront/{astro.config.ts,tsconfig.json}', 'storefront/{src,public}/**/*', 'platform/client/*.ts'],
    output: 'storefront/dist',
    command: ['node_modules/astro/bin/astro.mjs', 'build', '--root', 'storefront'],
  },
]

const isOutput = /^(node_modules|\.next|\.astro|dist|next-env\.d\.ts)$/

function hashOf({ sources, command }: Build): string {
  const hash = createHash('sha256').update(`${process.version} ${command.join(' ')}`)
  const files = globSync(sources, { cwd: root, exclude: ({ name }) => isOutput.test(name), withFileTypes: true })
  const paths = files.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name))
  for (const file of paths.sort()) hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const markOf = ({ output }: Build) => path.join(root, output, '.sources')

const isFresh = (build: Build) => {
  try {
    return readFileSync(markOf(build), 'utf8') === hashOf(build)
  } catch {
    return false
  }
}

type Versions = Record<string, { version?: string }>

const versionsIn = (file: string): Versions => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages

/** Packages that are not the ones that the project names end a build with riddles; that they are old is the usual cause. */
function demandPackages(): void {
  const installed = 'node_modules/.package-lock.json'
  // Whoever installs without npm knows what they do.
  if (!existsSync(path.join(root, installed))) return
  const wanted = versionsIn('package-lock.json')
  const present = versionsIn(installed)
  const old = Object.keys(present).some((name) => wanted[name] && wanted[name].version !== present[name]?.version)
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { dependencies: object }
  const missing = Object.keys(dependencies).some((name) => !present[`node_modules/${name}`])
  if (old || missing) throw told('The packages are not those that this version of the project needs. Install them: npm ci')
}

/** Everything that a program says, line by line. */
async function linesOf(stream: Readable, said: string[]): Promise<void> {
  for await (const line of createInterface({ input: stream })) {
    const text = stripVTControlCharacters(line).trimEnd()
    if (text) said.push(text)
  }
}

/** Runs a builder. What it says is passed on only when it fails: its warnings are about other ways of putting a site up. */
async function run(build: Build, report: (line: string) => void): Promise<void> {
  const { name, command } = build
  const started = performance.now()
  const hash = hashOf(build)
  report(`Building the ${name} …`)
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
  })
  const stop = (signal: NodeJS.Signals) => void child.kill(signal)
  for (const signal of signals) process.on(signal, stop)
  const said: string[] = []
  const [code] = await Promise.all([
    new Promise<number | string | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(signal ?? code))
    }),
    linesOf(child.stdout, said),
    linesOf(child.stderr, said),
  ])
  for (const signal of signals) process.off(signal, stop)
  if (code !== 0) {
    for (const line of said) report(`${name.padEnd(10)} | ${line}`)
    throw told(`The ${name} could not be built: ${command.slice(1).join(' ')} ended with ${code}.`)
  }
  writeFileSync(markOf(build), hash)
  report(`Built the ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}

/** Builds the admin and the storefront, or what else is `wanted`, if their sources changed since the last time. */
export async function build(report: (line: string) => void = console.log, wanted: readonly Build[] = builds): Promise<void> {
  const stale = wanted.filter((each) => !isFresh(each))
  if (stale.length > 0) {
    demandPackages()
    report(`To build: ${stale.map(({ name }) => name).join(', ')}. This takes a minute or two and happens only when sources changed.`)
  }
  await Promise.all(stale.map((each) => run(each, report)))
}
