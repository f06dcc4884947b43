import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalReq, type Payload, type Where } from 'payload'
import { demoEmail } from '../../../collections/seed.ts'
import type { Environment } from '../../environment.ts'
import type { Finding, LiveCheck } from '../../live-check.ts'
import { mailAddress, mailServerAnswers } from '../../mail/transport.ts'
import { roleNames } from '../../roles.ts'
import { migrationsDone } from '../health.ts'
import { reach } from './public-address.ts'
import { aheadOf } from './time-server.ts'

const error = (what: string, remedy: string): Finding => ({ severity: 'error', what, remedy })
const warning = (what: string, remedy: string): Finding => ({ severity: 'warning', what, remedy })

const people = async (payload: Payload, where: Where) =>
  (await payload.count({ collection: 'users', req: await createLocalReq({}, payload), where })).totalDocs

const hours = 3_600_000

/** How old the newest backup may be, in milliseconds. */
const freshness = 26 * hours

const newestBackup = (dataDir: string): number | undefined => {
  try {
    const folder = path.join(dataDir, 'backups')
    return Math.max(...readdirSync(folder).map((name) => statSync(path.join(folder, name)).mtimeMs))
  } catch {
    return undefined
  }
}

async function demoAccounts(payload: Payload): Promise<Finding[]> {
  const found = await people(payload, { email: { in: roleNames.map(demoEmail) } })
  if (found === 0) return []
  return [error(`${found} demo accounts are there, with a password that everybody knows.`, 'Delete them, or begin with an empty database.')]
}

async function noAdmin(payload: Payload): Promise<Finding[]> {
  if ((await people(payload, { roles: { in: ['admin'] } })) > 0) return []
  return [warning('Nobody is there who may run the platform.', 'Make the first admin: npm run seed -- --admin you@example.com')]
}

async function addresses(_payload: Payload, { publicUrl, trustProxy, mailFrom }: Environment): Promise<Finding[]> {
  const findings: Finding[] = []
  if (publicUrl.startsWith('http:'))
    findings.push(warning('PUBLIC_URL is an http address of this machine.', 'Use it to try things out only.'))
  else if (!trustProxy)
    findings.push(
      error(
        'PUBLIC_URL is an https address, but no proxy is trusted to say so: every request would be sent to https for ever.',
        'Set TRUST_PROXY to the number or the addresses of the proxies in front, for instance 1.',
      ),
    )
  if (mailFrom.endsWith('@demo.test')) findings.push(error('MAIL_FROM is the sample sender.', 'Set it to an address of your own.'))
  return findings
}

async function waitingMigrations(payload: Payload): Promise<Finding[]> {
  try {
    await migrationsDone(payload)()
    return []
  } catch (problem) {
    return [
      warning((problem as Error).message, 'They run by themselves at the next start; make a backup before, and check again after it.'),
    ]
  }
}

async function backup(_payload: Payload, { dataDir }: Environment): Promise<Finding[]> {
  const newest = newestBackup(dataDir)
  if (newest !== undefined && Date.now() - newest < freshness) return []
  return [warning('No backup of the last 26 hours was found in DATA_DIR/backups.', 'Make one, and let it be made every day.')]
}

async function storage(_payload: Payload, { dataDir }: Environment): Promise<Finding[]> {
  const file = path.join(dataDir, `.check-${process.pid}`)
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, '')
    rmSync(file)
    return []
  } catch (problem) {
    return [
      error(`Nothing can be written to DATA_DIR: ${(problem as Error).message}`, 'Give the user of this process the right to write there.'),
    ]
  }
}

async function mail(payload: Payload, environment: Environment): Promise<Finding[]> {
  const smtpUrl = await mailAddress(payload, environment)
  // That it is missing is told by another check.
  if (!smtpUrl) return []
  try {
    await mailServerAnswers(smtpUrl)
    return []
  } catch (problem) {
    return [
      error(
        `The mail server does not let us in: ${(problem as Error).message}`,
        'Check the mail server among the connections, or SMTP_URL, and that its port is open from here.',
      ),
    ]
  }
}

/** How far the clock may be off, in milliseconds. */
const tolerance = 5_000

async function publicAddress(_payload: Payload, { publicUrl }: Environment): Promise<Finding[]> {
  const reached = await reach(`${publicUrl}/health/live`)
  if (!('fault' in reached)) return []
  return [
    error(
      `Nobody is reached under ${publicUrl}, where visitors and the providers’ callbacks come: ${reached.fault}`,
      'Start the platform, then check name server, certificate and the proxy in front.',
    ),
  ]
}

// Our own address is no proof: the proxy in front may stand on the same machine and have the same clock.
const aheadOfOwnAddress = async ({ publicUrl }: Environment): Promise<number> => {
  const reached = await reach(`${publicUrl}/health/live`)
  return 'fault' in reached ? 0 : (reached.off ?? 0)
}

async function clock(_payload: Payload, environment: Environment): Promise<Finding[]> {
  const told = await aheadOf(environment.timeServer)
  const off = told ?? (await aheadOfOwnAddress(environment))
  if (Math.abs(off) <= tolerance)
    return told === undefined
      ? [
          warning(
            `Whether the clock of this machine is right is not known: ${environment.timeServer} does not answer.`,
            'Name a time server that is reached from here in TIME_SERVER.',
          ),
        ]
      : []
  return [
    error(
      `The clock of this machine is ${Math.round(Math.abs(off) / 1000)} s ${off > 0 ? 'ahead' : 'behind'}.`,
      'Let it be set over the network (NTP).',
    ),
  ]
}

async function cdn(_payload: Payload, { assetUrl }: Environment): Promise<Finding[]> {
  const reached = assetUrl ? await reach(`${assetUrl}/favicon.svg`) : {}
  if (!('fault' in reached)) return []
  return [
    error(
      `Pages ask for their styles and scripts at ${assetUrl}, which does not hand them out: ${reached.fault}`,
      'Let the CDN fetch from PUBLIC_URL, or leave ASSET_URL out.',
    ),
  ]
}

/** What the platform itself looks for before it goes live, besides its settings. */
export const platformChecks: LiveCheck[] = [
  { name: 'demo accounts', run: demoAccounts },
  { name: 'an admin', run: noAdmin },
  { name: 'addresses', run: addresses },
  { name: 'migrations', run: waitingMigrations },
  { name: 'backup', run: backup },
  { name: 'storage', run: storage },
  { name: 'mail', outside: true, run: mail },
  { name: 'public address', outside: true, run: publicAddress },
  { name: 'clock', outside: true, run: clock },
  { name: 'CDN', outside: true, run: cdn },
]
