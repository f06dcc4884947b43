import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { environmentSchema } from './environment-schema.ts'

/** What is wrong with the environment, one line per variable. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

const azampayKeys = ['AZAMPAY_APP_NAME', 'AZAMPAY_CLIENT_ID', 'AZAMPAY_CLIENT_SECRET', 'AZAMPAY_API_KEY'] as const

type Values = z.output<typeof environmentSchema>

type Given = Record<string, string | undefined>

/** What a wrong variable holds, unless it is nobody's business. */
const shown = (name: string, value: string | undefined) =>
  /SECRET|TOKEN|KEY/.test(name) ? '' : ` (it is ${JSON.stringify(value?.replace(/\/\/[^/@]*@/, '//…@'))})`

/** Reads each variable by itself, so that one that is wrong does not hide what is wrong with the others. */
function read(given: Given): { values: Values; faults: string[] } {
  const values: Record<string, unknown> = {}
  const faults: string[] = []
  for (const [name, field] of Object.entries(environmentSchema.shape)) {
    const { data, error } = field.safeParse(given[name])
    values[name] = error ? field.safeParse(undefined).data : data
    for (const { message } of error?.issues.slice(0, 1) ?? []) faults.push(`${name} ${message}${shown(name, given[name])}.`)
  }
  return { values: values as Values, faults }
}

/** What does not fit together; a variable that is wrong by itself is spoken of elsewhere. */
function misfits(values: Values, given: Given): string[] {
  const faults: string[] = []
  const missing = azampayKeys.filter((name) => !values[name])
  if (missing.length > 0 && missing.length < azampayKeys.length)
    faults.push(`${missing.join(', ')} must be set too: AzamPay needs ${azampayKeys.join(', ')}.`)
  if (!values.VAPID_PUBLIC_KEY !== !values.VAPID_PRIVATE_KEY)
    faults.push('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY are a pair: set both or neither.')
  if (values.MODE === 'live') {
    if (!given.PAYLOAD_SECRET) faults.push('PAYLOAD_SECRET must be set in live mode, for instance to the output of: openssl rand -hex 32.')
    if (!given.PUBLIC_URL) faults.push('PUBLIC_URL must be set in live mode, for instance https://shop.example.com.')
    else if (values.PUBLIC_URL?.startsWith('http:') && !isLoopback(values.PUBLIC_URL))
      faults.push('PUBLIC_URL must be an https address in live mode, for instance https://shop.example.com.')
    if (values.SEED === 'demo') faults.push('SEED must be none in live mode: demo accounts have a public password.')
  }
  if (values.STORAGE === 'gridfs' && !values.DATABASE_URL?.startsWith('mongodb'))
    faults.push('STORAGE=gridfs needs a DATABASE_URL that names MongoDB, for instance mongodb://127.0.0.1:27017/vior?replicaSet=rs0.')
  if (values.PAYLOAD_SECRET && (values.PAYLOAD_SECRET.length < 32 || new Set(values.PAYLOAD_SECRET).size < 10))
    faults.push('PAYLOAD_SECRET is too weak: use at least 32 random characters, for instance the output of: openssl rand -hex 32.')
  return faults
}

/** Reads the settings from environment variables; throws an `EnvironmentError` that names each wrong variable, its fault and an example. */
export function parseEnvironment(variables: Given) {
  const given = Object.fromEntries(Object.entries(variables).filter(([name, value]) => name in environmentSchema.shape && value !== ''))
  const { values, faults: wrong } = read(given)
  const faults = [...wrong, ...misfits(values, given)]
  if (faults.length > 0) throw new EnvironmentError(faults.join('\n'))
  const live = values.MODE === 'live'
  const azampay = azampayKeys.map((name) => values[name])
  const dataDir = path.resolve(values.DATA_DIR)
  return {
    port: values.PORT,
    host: values.HOST ?? (live ? '0.0.0.0' : '127.0.0.1'),
    mode: values.MODE,
    dataDir,
    databaseUrl: values.DATABASE_URL ?? `file:${path.join(dataDir, 'platform.db')}`,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    storage: values.STORAGE,
    assetUrl: values.ASSET_URL?.replace(/\/+$/, ''),
    secret: values.PAYLOAD_SECRET ?? keptSecret(dataDir),
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    timeZone: values.TIME_ZONE,
    timeServer: values.TIME_SERVER,
    trustProxy: values.TRUST_PROXY,
    allowedHosts: (values.ALLOWED_HOSTS ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter(Boolean),
    metricsToken: values.METRICS_TOKEN,
    seed: values.SEED ?? (live ? 'none' : 'demo'),
    rateLimit: values.RATE_LIMIT,
    logLevel: values.LOG_LEVEL,
    apiUrl: values.API_URL,
    callbackSecret: values.CALLBACK_SECRET,
    callbackFrom: values.CALLBACK_FROM,
    vapid:
      values.VAPID_PUBLIC_KEY && values.VAPID_PRIVATE_KEY
        ? { publicKey: values.VAPID_PUBLIC_KEY, privateKey: values.VAPID_PRIVATE_KEY }
        : undefined,
    azampay: azampay.every(Boolean)
      ? {
          appName: azampay[0] as string,
          clientId: azampay[1] as string,
          clientSecret: azampay[2] as string,
          apiKey: azampay[3] as string,
          environment: values.AZAMPAY_ENVIRONMENT,
        }
      : undefined,
  } as const
}

/** The settings of this installation. */
export type Environment = ReturnType<typeof parseEnvironment>

/** The origins whose pages may make requests with a visitor's cookie: the public address and, in sandbox mode, this machine under its other names. */
export function origins({ publicUrl, mode }: Pick<Environment, 'publicUrl' | 'mode'>): string[] {
  const { origin, protocol, port } = new URL(publicUrl)
  if (mode === 'live' || !isLoopback(publicUrl)) return [origin]
  return [...new Set([origin, ...['localhost', '127.0.0.1', '[::1]'].map((name) => `${protocol}//${name}${port && `:${port}`}`)])]
}

const isLoopback = (address: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)

/** The secret that this installation made for itself at its first start. */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret')
  try {
    // What lies there concerns nobody else who uses this machine.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    if (!existsSync(file)) writeSecret(file)
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length >= 32) return secret
  } catch (error) {
    throw new EnvironmentError(`DATA_DIR must be a folder that can be written to (${(error as Error).message}).`)
  }
  throw new EnvironmentError(`${file} is damaged. Put it back from a backup, or delete it: then everybody has to sign in again.`)
}

/** Written once: of two processes that start together one does it. What a full disk cut short is taken away again. */
function writeSecret(file: string): void {
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    rmSync(file, { force: true })
    throw error
  }
}

/** The settings of this process, parsed once. */
export const environment: Environment = parseEnvironment(process.env)
