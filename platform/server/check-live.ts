import { randomBytes } from 'node:crypto'
import { environmentVariables } from '../environment-schema.ts'
import type { Finding } from '../live-check.ts'
import { explained, run } from './run.ts'

type Settings = typeof import('../environment.ts')

/** The parser of the settings, from a second copy of its module: the first one parses when it is loaded, and is needed afterwards. */
async function parser(): Promise<Settings['parseEnvironment']> {
  const given = { ...process.env }
  for (const { name } of environmentVariables) delete process.env[name]
  Object.assign(process.env, { PAYLOAD_SECRET: randomBytes(32).toString('hex') })
  const copy = '../environment.ts?copy'
  const { parseEnvironment } = (await import(copy)) as Settings
  delete process.env.PAYLOAD_SECRET
  Object.assign(process.env, given)
  return parseEnvironment
}

const remedy = 'Set it in .env or in the surroundings of the process; .env.example shows all settings.'

/** What is wrong with the settings for live mode; the rest of them is left to the process, so that the other checks can be made all the same. */
async function settings(): Promise<Finding[]> {
  const parseEnvironment = await parser()
  process.env.MODE = 'live'
  try {
    parseEnvironment(process.env)
    return []
  } catch (error) {
    const faults = (error as Error).message.split('\n')
    const named = environmentVariables.filter(({ name }) => faults.some((fault) => new RegExp(`\\b${name}\\b`).test(fault)))
    for (const { name } of named) delete process.env[name]
    process.env.MODE = 'sandbox'
    return faults.map((what) => ({ severity: 'error', what, remedy }))
  }
}

/** What is wrong besides the settings. */
async function others(): Promise<Finding[]> {
  const { environment } = await import('../environment.ts')
  const { liveFindings } = await import('./live/findings.ts')
  try {
    const { getPayload } = await import('payload')
    const { default: config } = await import('../../payload.config.ts')
    const payload = await getPayload({ config })
    const findings = await liveFindings(payload, { ...environment, mode: 'live' }, { outside: true })
    await payload.destroy()
    return findings
  } catch (error) {
    return [{ severity: 'error', what: explained(error), remedy: 'Check DATABASE_URL, and that the database is there.' }]
  }
}

/** `npm run check:live`: everything that is not right for going live, whatever mode is set now. */
async function checkLive(): Promise<void> {
  Object.assign(process.env, { NODE_ENV: 'production' })
  process.env.LOG_LEVEL ??= 'fatal'
  const findings = await settings()
  const { inOrder, lineOf } = await import('./live/findings.ts')
  // With settings that are left out because they are wrong, what is to be known would not be true.
  const known = (await others()).filter(({ severity }) => severity !== 'note' || findings.length === 0)
  const all = inOrder([...findings, ...known])
  for (const finding of all) console.log(lineOf(finding))
  const count = (wanted: Finding['severity']) => all.filter(({ severity }) => severity === wanted).length
  const errors = count('error')
  console.log(`${all.length === 0 ? '' : '\n'}${errors} errors, ${count('warning')} warnings.`)
  process.exit(errors > 0 ? 1 : 0)
}

await run(checkLive)
