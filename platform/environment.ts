import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const url = (example: string, protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), { error: `must be an address such as ${example}` })

const text = (example: string) => z.string().min(1, { error: `must not be empty, for instance ${example}` })

const schema = z.object({
  PORT: z.coerce.number({ error: 'must be a number from 0 to 65535, for instance 3000' }).int().min(0, { error: 'must be a number from 0 to 65535, for instance 3000' }).max(65535, { error: 'must be a number from 0 to 65535, for instance 3000' }).default(3000).describe('Port of the server.'),
  HOST: text('127.0.0.1').optional().describe('Address the server listens on; 127.0.0.1 in sandbox mode, all addresses in live mode.'),
  MODE: z.enum(['sandbox', 'live'], { error: 'must be sandbox or live' }).default('sandbox').describe('sandbox runs on simulators and demo accounts; live refuses both.'),
  DATA_DIR: text('./data').default('./data').describe('Folder of the embedded database, media and the generated secret.'),
  DATABASE_URL: z.string().refine((value) => /^(file:|mongodb(\+srv)?:\/\/)/.test(value), { error: 'must begin with file:, mongodb:// or mongodb+srv://, for instance file:./data/platform.db' }).optional().describe('SQLite file or MongoDB replica set; default: a file in DATA_DIR.'),
  PUBLIC_URL: url('https://shop.example.com', ['http:', 'https:']).optional().describe('Address under which visitors reach the platform; default: http://localhost:PORT.'),
  PAYLOAD_SECRET: z.string().min(1, { error: 'must not be empty' }).optional().describe('Secret that signs sessions and encrypts settings, at least 32 characters; generated in sandbox mode.'),
  SMTP_URL: url('smtp://user:password@mail.example.com:587', ['smtp:', 'smtps:']).optional().describe('Mail server; without it a simulated mailbox, in sandbox mode only.'),
  MAIL_FROM: text('shop@example.com').default('platform@demo.test').describe('Sender of all mails.'),
  TRUST_PROXY: z.string().regex(/^(\d+|[\da-fA-F.:/, ]+|loopback|uniquelocal|linklocal)$/, { error: 'must be a number of proxies or their addresses, for instance 1' }).optional().describe('Proxies in front whose X-Forwarded headers are believed.'),
  SEED: z.enum(['demo', 'none'], { error: 'must be demo or none' }).optional().describe('Whether an empty database gets demo data; demo in sandbox mode, none in live mode.'),
  RATE_LIMIT: z.enum(['on', 'auto'], { error: 'must be on or auto' }).default('auto').describe('on: limits hold for this machine too, even in sandbox mode.'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug'], { error: 'must be silent, fatal, error, warn, info or debug' }).default('info').describe('How much is logged.'),
  API_URL: url('https://api.example.com', ['http:', 'https:']).optional().describe('Where the storefront finds the API when it runs elsewhere.'),
  AZAMPAY_APP_NAME: text('Shop').optional().describe('AzamPay application name.'),
  AZAMPAY_CLIENT_ID: text('8f2c…').optional().describe('AzamPay client id.'),
  AZAMPAY_CLIENT_SECRET: text('…').optional().describe('AzamPay client secret.'),
  AZAMPAY_API_KEY: text('…').optional().describe('AzamPay API key.'),
  AZAMPAY_ENVIRONMENT: z.enum(['sandbox', 'live'], { error: 'must be sandbox or live' }).default('live').describe('Which of AzamPay’s hosts to talk to.'),
  CALLBACK_SECRET: z.string().min(24, { error: 'must have at least 24 characters' }).optional().describe('Secret part of the providers’ callback addresses; default: derived from PAYLOAD_SECRET.'),
})

/** Every variable the platform reads, with its meaning, for the documentation. */
export const environmentVariables = Object.entries(schema.shape).map(([name, field]) => ({ name, description: field.description ?? '' }))

/** What is wrong with the environment, one line per variable. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

const azampayKeys = ['AZAMPAY_APP_NAME', 'AZAMPAY_CLIENT_ID', 'AZAMPAY_CLIENT_SECRET', 'AZAMPAY_API_KEY'] as const

/** Reads the settings from environment variables; throws an `EnvironmentError` that names each wrong variable, its fault and an example. */
export function parseEnvironment(variables: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(variables).filter(([name, value]) => name in schema.shape && value !== ''))
  const parsed = schema.safeParse(given)
  const faults = parsed.error?.issues.map(({ path: [name], message }) => `${String(name)} ${message} (it is ${JSON.stringify(given[String(name)])}).`) ?? []
  if (!parsed.success) throw new EnvironmentError(faults.join('\n'))
  const values = parsed.data
  const live = values.MODE === 'live'
  const azampay = azampayKeys.map((name) => values[name])
  const missing = azampayKeys.filter((name) => !values[name])
  if (missing.length > 0 && missing.length < azampayKeys.length)
    faults.push(`${missing.join(', ')} must be set too: AzamPay needs ${azampayKeys.join(', ')}.`)
  if (live) {
    if (!values.PAYLOAD_SECRET) faults.push('PAYLOAD_SECRET must be set in live mode, for instance to the output of: openssl rand -hex 32.')
    if (!values.PUBLIC_URL) faults.push('PUBLIC_URL must be set in live mode, for instance https://shop.example.com.')
    else if (!values.PUBLIC_URL.startsWith('https:') && !isLoopback(values.PUBLIC_URL)) faults.push('PUBLIC_URL must be an https address in live mode, for instance https://shop.example.com.')
    if (!values.SMTP_URL) faults.push('SMTP_URL must be set in live mode, for instance smtp://user:password@mail.example.com:587: the simulated mailbox is for sandbox mode.')
    if (values.SEED === 'demo') faults.push('SEED must be none in live mode: demo accounts have a public password.')
  }
  if (values.PAYLOAD_SECRET && (values.PAYLOAD_SECRET.length < 32 || new Set(values.PAYLOAD_SECRET).size < 10))
    faults.push('PAYLOAD_SECRET is too weak: use at least 32 random characters, for instance the output of: openssl rand -hex 32.')
  if (faults.length > 0) throw new EnvironmentError(faults.join('\n'))
  const dataDir = path.resolve(values.DATA_DIR)
  return {
    port: values.PORT,
    host: values.HOST ?? (live ? '0.0.0.0' : '127.0.0.1'),
    mode: values.MODE,
    dataDir,
    databaseUrl: values.DATABASE_URL ?? `file:${path.join(dataDir, 'platform.db')}`,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    secret: values.PAYLOAD_SECRET ?? keptSecret(dataDir),
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    trustProxy: values.TRUST_PROXY,
    seed: values.SEED ?? (live ? 'none' : 'demo'),
    rateLimit: values.RATE_LIMIT,
    logLevel: values.LOG_LEVEL,
    apiUrl: values.API_URL,
    callbackSecret: values.CALLBACK_SECRET,
    azampay: missing.length === 0 ? { appName: azampay[0] as string, clientId: azampay[1] as string, clientSecret: azampay[2] as string, apiKey: azampay[3] as string, environment: values.AZAMPAY_ENVIRONMENT } : undefined,
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
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw new EnvironmentError(`DATA_DIR must be a folder that can be written to (${(error as Error).message}).`)
  }
  return readFileSync(file, 'utf8').trim()
}

/** The settings of this process, parsed once. */
export const environment: Environment = parseEnvironment(process.env)
