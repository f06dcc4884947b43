import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { platform } from '../support/platform.ts'
import { schemathesisPath } from '../support/tools.ts'

const { url, as, payload } = await platform({ env: { LOG_LEVEL: 'fatal' } })

/** How long each caller may try, in seconds. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 30)

const folder = mkdtempSync(path.join(tmpdir(), 'vior-fuzz-'))

let running: ChildProcess | undefined

afterAll(() => {
  running?.kill()
  rmSync(folder, { recursive: true, force: true })
})

/** What would end the caller instead of the bug: signing out, and changing or deleting people wholesale. */
const apart = ['POST /api/users/logout', 'PATCH /api/users', 'DELETE /api/users']

/** Sends what the description allows, and what it does not, and answers what was wrong with the answers. */
const fuzz = (headers: Record<string, string>) =>
  new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(
      schemathesisPath() as string,
      [
        'run',
        `${url}/api/openapi.json`,
        ...['--checks', 'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance'],
        ...['--max-time', String(seconds), '--workers', '1', '--seed', process.env.FUZZ_SEED ?? '2026'],
        ...[
          '--generation-database',
          'none',
          '--request-timeout',
          '20',
          '--suppress-health-check',
          'all',
          '--no-color',
          '--warnings',
          'off',
          '--continue-on-failure',
        ],
        ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
        ...apart.flatMap((name) => ['--exclude-name', name]),
      ],
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    running = child
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk
      })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })

/** The part of the report that says what failed. */
const failuresIn = (output: string) => output.slice(Math.max(0, output.search(/=+ (FAILURES|ERRORS) =+/)))

const callers: [string, () => Record<string, string>][] = [
  ['a guest', () => ({})],
  ['a customer', () => ({ Authorization: `JWT ${as('customer').token}` })],
  ['an admin', () => ({ Authorization: `JWT ${as('admin').token}` })],
]

test.each(callers)(
  '%s gets no answer that blames the server, and none that is not described',
  async (_name, headers) => {
    const { code, output } = await fuzz(headers())
    expect(code, failuresIn(output)).toBe(0)
    expect((await payload.count({ collection: 'users' })).totalDocs).toBeGreaterThan(0)
  },
  180_000,
)
