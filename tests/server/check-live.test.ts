import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Environment } from '../../platform/environment.ts'
import { platform } from '../support/platform.ts'

const { payload, guest, url } = await platform()
const { environment } = await import('../../platform/environment.ts')
const { demandFitForLive, liveFindings } = await import('../../platform/server/live/findings.ts')
const { makeFirstAdmin } = await import('../../platform/server/first-admin.ts')
const { accountsSeed } = await import('../../collections/seed.ts')
const { withRequest } = await import('../../platform/transaction.ts')
const { startSmtpSimulator } = await import('../../platform/mail/smtp-simulator.ts')

const root = path.resolve(import.meta.dirname, '../..')

const live: Environment = {
  ...environment,
  mode: 'live',
  publicUrl: 'https://shop.invalid',
  trustProxy: '1',
  mailFrom: 'shop@example.com',
  smtpUrl: 'smtp://127.0.0.1:9',
  timeServer: '127.0.0.1:9',
}

const find = async (settings: Partial<Environment> = {}, outside = false) =>
  (await liveFindings(payload, { ...live, ...settings }, { outside })).map(({ severity, what }) => `${severity}: ${what}`)

/** Runs a command of the platform with these settings and nothing else of ours. */
const command = (script: string, args: string[], env: Record<string, string>): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve, reject) => {
    const { PATH = '' } = process.env
    const cwd = mkdtempSync(path.join(tmpdir(), 'vior-command-'))
    const child = spawn(process.execPath, [path.join(root, 'platform/server', script), ...args], {
      cwd,
      env: { PATH, NODE_ENV: 'production', ...env },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    child.once('error', reject)
    child.once('close', (code) => {
      rmSync(cwd, { recursive: true, force: true })
      resolve({ code, said })
    })
  })

describe('before going live', () => {
  test('demo accounts, sample senders, sandbox providers and missing proxies are errors; a missing backup or provider is a warning', async () => {
    const sound = await find()
    expect(sound.filter((line) => line.startsWith('error'))).toEqual([])
    expect(sound).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^warning: No backup of the last 26 hours/),
        expect.stringMatching(/^warning: No provider of mobile money/),
        expect.stringMatching(/^note: The callback address for AzamPay: .*\/api\/payments\/azampay\/webhook\/[\w-]{20,}$/),
      ]),
    )
    const azampay = { appName: 'a', clientId: 'b', clientSecret: 'c', apiKey: 'd', environment: 'sandbox' } as const
    await withRequest(payload, 'test', (req) => accountsSeed.run(req, {}))
    onTestFinished(() => payload.delete({ collection: 'users', where: { email: { like: '@demo.test' } } }).then(() => undefined))
    expect(await find({ azampay, trustProxy: undefined, mailFrom: 'platform@demo.test' })).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^error: \d+ demo accounts/),
        expect.stringMatching(/^error: AzamPay’s sandbox/),
        expect.stringMatching(/^error: .*no proxy is trusted/),
        expect.stringMatching(/^error: MAIL_FROM/),
      ]),
    )
    await expect(demandFitForLive(payload, live)).rejects.toThrow(/Live mode is refused[\s\S]*demo accounts/)
  })

  test('a backup of today is enough, one of the day before yesterday is not', async () => {
    const folder = path.join(environment.dataDir, 'backups')
    const file = path.join(folder, 'platform.db')
    mkdirSync(folder)
    writeFileSync(file, '')
    onTestFinished(() => rmSync(folder, { recursive: true }))
    expect((await find()).join()).not.toContain('backup')
    const old = Date.now() / 1000 - 27 * 3600
    utimesSync(file, old, old)
    expect((await find()).join()).toContain('backup')
  })

  test('a folder that nothing can be written to is an error, a migration that waits is a warning', async () => {
    expect((await find({ dataDir: '/dev/null/data' })).join()).toMatch(/error: Nothing can be written to DATA_DIR/)
    expect((await find()).join()).not.toContain('migration')
    // MongoDB has no schema to migrate.
    if (payload.db.name !== 'sqlite') return
    const { docs } = await payload.find({ collection: 'payload-migrations', limit: 1 })
    const [row] = docs
    await payload.db.deleteOne({ collection: 'payload-migrations', where: { id: { equals: row?.id } } })
    onTestFinished(async () => void (await payload.db.create({ collection: 'payload-migrations', data: { ...row } })))
    expect(await find()).toContain('warning: 1 migrations are missing.')
  })

  test('a mail server and a public address that do not answer are found, and keep nobody from starting again', async () => {
    const away = { smtpUrl: 'smtp://127.0.0.1:9', publicUrl: 'http://127.0.0.1:9', assetUrl: 'http://127.0.0.1:9/cdn' }
    const found = await find(away, true)
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^error: The mail server/),
        expect.stringMatching(/^error: Nobody is reached/),
        expect.stringMatching(/^error: Pages ask for their styles and scripts at http:\/\/127\.0\.0\.1:9\/cdn/),
      ]),
    )
    await demandFitForLive(payload, { ...live, ...away })
  })

  test('a missing mail server is an error that is put right in the admin: it keeps nobody from starting', async () => {
    expect(await find({ smtpUrl: undefined })).toContain('error: No mail server is set: all mails wait.')
    const warn = vi.spyOn(payload.logger, 'warn')
    await demandFitForLive(payload, { ...live, smtpUrl: undefined })
    const told = warn.mock.calls.join('\n')
    warn.mockRestore()
    expect(told).toMatch(/No backup[\s\S]*No mail server is set/)
    expect(told).not.toContain('callback')
    await payload.updateGlobal({ slug: 'connections', data: { smtp: { url: 'smtp://127.0.0.1:9' } } })
    onTestFinished(() => payload.updateGlobal({ slug: 'connections', data: { smtp: { url: null } } }).then(() => undefined))
    expect((await find({ smtpUrl: undefined })).join()).not.toContain('No mail server')
  })

  test('the clock is compared with a time server, which tells what our own address may not: a proxy may have the same clock', async () => {
    let off = 0
    const server = createSocket('udp4')
    server.on('message', (question, { port, address }) => {
      const answer = Buffer.alloc(48)
      answer.set([0x24, 2])
      const moment = Date.now() + off
      for (const at of [32, 40]) {
        answer.writeUInt32BE(Math.floor(moment / 1000) + 2_208_988_800, at)
        answer.writeUInt32BE(Math.floor(((moment % 1000) / 1000) * 2 ** 32), at + 4)
      }
      // Whatever else comes along is not believed.
      server.send(question, port, address)
      server.send(answer, port, address)
    })
    onTestFinished(() => void server.close())
    await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve))
    const there = { timeServer: `127.0.0.1:${server.address().port}`, publicUrl: url }
    const ofClock = async (settings: Partial<Environment>) => (await find(settings, true)).filter((line) => line.includes('clock'))
    expect(await ofClock(there)).toEqual([])
    off = 7_000
    expect((await ofClock(there)).join()).toMatch(/^error: The clock of this machine is 7 s behind\.$/)
    off = -3_600_000
    expect((await ofClock(there)).join()).toMatch(/^error: The clock of this machine is 3600 s ahead\.$/)
    for (const timeServer of ['127.0.0.1:9', 'no.such.invalid'])
      expect((await ofClock({ publicUrl: url, timeServer })).join()).toMatch(
        /^warning: Whether the clock of this machine is right is not known/,
      )
  })

  test('a clock that is off is found, one that is right is not', async () => {
    let off = 0
    const server = createServer((_request, response) => {
      response.setHeader('Date', new Date(Date.now() + off).toUTCString()).end('{}')
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const mailbox = await startSmtpSimulator()
    onTestFinished(() => mailbox.stop())
    const there = { publicUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, smtpUrl: mailbox.url }
    expect((await find(there, true)).filter((line) => line.startsWith('error'))).toEqual([])
    off = 60_000
    expect((await find(there, true)).join()).toMatch(/clock of this machine is (59|60|61) s behind/)
    off = -60_000
    expect((await find(there, true)).join()).toMatch(/clock of this machine is (59|60|61) s ahead/)
  })
})

describe('npm run check:live', () => {
  test('tells all findings at once, of the settings and of the rest, and ends with 1', { timeout: 60_000 }, async () => {
    const { DATABASE_URL = '', DATA_DIR = '' } = process.env
    const settings = {
      DATABASE_URL,
      DATA_DIR,
      PAYLOAD_SECRET: 'weak',
      PUBLIC_URL: 'http://shop.example.com',
      PORT: 'eighty',
      TIME_SERVER: '127.0.0.1:9',
    }
    const { code, said } = await command('check-live.ts', [], settings)
    expect(code).toBe(1)
    expect(said).toMatch(/ERROR +PAYLOAD_SECRET is too weak/)
    expect(said).toMatch(/ERROR +PUBLIC_URL must be an https address/)
    expect(said).toMatch(/ERROR +PORT must be a number/)
    expect(said).toMatch(/ERROR +No mail server is set/)
    expect(said).toMatch(/warning +No backup/)
    expect(said).toMatch(/\d errors, \d warnings\.\n$/)
    expect(said).not.toMatch(/callback address| {4}at /)
  })

  test.runIf(payload.db.name === 'sqlite')('is of use before the first start, too', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vior-check-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const { said } = await command('check-live.ts', [], {
      DATABASE_URL: `file:${folder}/new.db`,
      DATA_DIR: folder,
      TIME_SERVER: '127.0.0.1:9',
    })
    expect(said).toMatch(/ERROR +MAIL_FROM is the sample sender/)
    expect(said).toMatch(/warning +\d+ migrations are missing/)
    expect(said).not.toMatch(/no such table| {4}at /)
  })
})

describe('the first admin', () => {
  test('sets the password by a link that works once, and is the only one that can be made so', async () => {
    await payload.db.deleteMany({ collection: 'users', where: { roles: { in: ['admin'] } } })
    const before = (await payload.count({ collection: 'users' })).totalDocs
    await expect(makeFirstAdmin(payload, environment, 'nonsense')).rejects.toThrow('--admin must be an e-mail address')
    const { link } = await makeFirstAdmin(payload, environment, 'Boss@Example.com')
    expect((await payload.count({ collection: 'users' })).totalDocs).toBe(before + 1)
    const token = new URL(link).searchParams.get('token')
    const password = 'a password of my own'
    const set = await guest.post('/users/reset-password', { token, password })
    expect(set.status).toBe(200)
    expect((await guest.post('/users/reset-password', { token, password: 'another password' })).status).toBe(400)
    const signedIn = await guest.post('/users/login', { email: 'boss@example.com', password })
    expect(signedIn.body.user.roles).toEqual(['admin'])
    await expect(makeFirstAdmin(payload, environment, 'second@example.com')).rejects.toThrow('There is an admin already')
    const { docs } = await payload.find({ collection: 'mails', where: { to: { equals: 'boss@example.com' } } })
    expect(docs).toHaveLength(1)
  })
})
