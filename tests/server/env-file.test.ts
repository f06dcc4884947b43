import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { parseEnvironment } from '../../platform/environment.ts'
import { environmentVariables } from '../../platform/environment-schema.ts'
import { envExample } from '../../platform/server/reference/env-example.ts'
import { explained } from '../../platform/server/run.ts'

const root = path.resolve(import.meta.dirname, '../..')

const command = `
  const { run } = await import(${JSON.stringify(path.join(root, 'platform/server/run.ts'))})
  await run(async () => {
    const { environment } = await import(${JSON.stringify(path.join(root, 'platform/environment.ts'))})
    console.log(JSON.stringify([environment.port, environment.mailFrom]))
  })`

/** What a command sees of the settings when `.env` says `file` and its surroundings set `env`. */
function seen(file: string, env: Record<string, string>): unknown {
  const cwd = mkdtempSync(path.join(tmpdir(), 'vior-env-'))
  writeFileSync(path.join(cwd, '.env'), file)
  try {
    const { PATH = '' } = process.env
    const answer = execFileSync(process.execPath, ['--input-type=module', '-e', command], {
      cwd,
      env: { PATH, NODE_ENV: 'production', ...env },
    })
    return JSON.parse(answer.toString())
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

test('commands read .env, and what is set already wins', () => {
  const file = 'PORT=4001\nMAIL_FROM=file@example.com\n'
  expect(seen(file, {})).toEqual([4001, 'file@example.com'])
  expect(seen(file, { PORT: '4002' })).toEqual([4002, 'file@example.com'])
})

test('the sample names every variable with an example that is accepted', () => {
  expect(parseEnv(envExample())).toEqual({})
  const switchedOn = parseEnv(envExample().replaceAll(/^#(?=[A-Z_]+=)/gm, ''))
  expect(Object.keys(switchedOn).sort()).toEqual(environmentVariables.map(({ name }) => name).sort())
  expect(environmentVariables.filter(({ description, example }) => !description || !example)).toEqual([])
  const secret = '9f3c1d7a5be2480c6f91d3a7e85b2c4d'
  expect(parseEnvironment({ ...switchedOn, PAYLOAD_SECRET: secret, DATA_DIR: tmpdir() })).toMatchObject({ mode: 'live', port: 3000 })
})

test.each([
  [{ code: 'EADDRINUSE', port: 80 }, /Port 80 is taken by another program.*PORT=3001 npm start/],
  [{ code: 'EACCES', port: 80 }, /Port 80 may not be used by this user/],
  [{ code: 'EADDRNOTAVAIL', address: '192.0.2.1', port: 80 }, /HOST must be an address of this machine.*"192\.0\.2\.1"/],
  [{ code: 'ENOTFOUND', hostname: 'http://x' }, /HOST must be an address of this machine.*"http:\/\/x"/],
  [{ code: 'EACCES', path: '/data/secret' }, /\/data\/secret may not be read or written by this user/],
  [{ code: 'SQLITE_READONLY' }, /The database may not be read or written by this user/],
  [{ code: 'SQLITE_NOTADB' }, /damaged or is none.*backup/],
  [{ code: 'ENOSPC' }, /The disk is full/],
])('what the machine refuses is told in plain words: %o', (fault, words) => {
  const cause = Object.assign(new Error('why'), fault)
  expect(explained(cause)).toMatch(words)
  expect(explained(new Error('A migration failed.', { cause }))).toMatch(words)
})
