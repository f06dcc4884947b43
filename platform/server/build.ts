import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { told } from './run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

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

/** Passes on what a builder says, line by line. */
function relay(stream: Readable, name: string, report: (line: string) => void) {
  createInterface({ input: stream }).on('line', (line) => {
    const text = stripVTControlCharacters(line).trimEnd()
    if (text) report(`${name.padEnd(10)} | ${text}`)
  })
}

async function run(build: Build, report: (line: string) => void): Promise<void> {
  const started = performance.now()
  const hash = hashOf(build)
  report(`Building the ${build.name} …`)
  const child = spawn(process.execPath, build.command, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
  })
  relay(child.stdout, build.name, report)
  relay(child.stderr, build.name, report)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw told(`The ${build.name} could not be built: ${build.command.slice(1).join(' ')} ended with ${code}.`)
  writeFileSync(markOf(build), hash)
  report(`Built the ${build.name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}

/** Builds the admin and the storefront, or what else is `wanted`, if their sources changed since the last time. */
export async function build(report: (line: string) => void = console.log, wanted: readonly Build[] = builds): Promise<void> {
  const stale = wanted.filter((each) => !isFresh(each))
  if (stale.length > 0)
    report(`To build: ${stale.map(({ name }) => name).join(', ')}. This takes a minute and happens only when sources changed.`)
  await Promise.all(stale.map((each) => run(each, report)))
}
