import { z } from 'zod'
import { addressList } from './address-list.ts'

const url = (example: string, protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address such as ${example}`,
  })

const text = (example: string) => z.string().min(1, { error: `must not be empty, for instance ${example}` })

const choice = <Choice extends string>(...choices: readonly [Choice, ...Choice[]]) =>
  z.enum(choices, { error: `must be ${[choices.slice(0, -1).join(', '), choices.at(-1)].join(' or ')}` })

const port = { error: 'must be a number from 0 to 65535, for instance 3000' }

const hostName = /^(\[[\da-f:.]+\]|[a-z\d](?:[a-z\d.-]*[a-z\d])?)$/i

const hostNames = { error: 'must be host names without protocol and port, for instance www.example.com, 10.0.0.5' }

const isAddressList = (value: string) => {
  try {
    return Boolean(addressList(value))
  } catch {
    return false
  }
}

const isTimeZone = (value: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }))
  } catch {
    return false
  }
}

const token = (least: number) => z.string().min(least, { error: `must have at least ${least} characters` })

/** Every variable that the platform reads: what it may be, what it means, and an example for `.env.example`. */
export const environmentSchema = z.object({
  PORT: z.coerce.number(port).int(port).min(0, port).max(65535, port).default(3000).meta({
    description: 'Port of the server.',
    example: '3000',
  }),
  HOST: text('127.0.0.1').optional().meta({
    description: 'Address the server listens on; 127.0.0.1 in sandbox mode, all addresses in live mode.',
    example: '127.0.0.1',
  }),
  MODE: choice('sandbox', 'live').default('sandbox').meta({
    description: 'sandbox runs on simulators and demo accounts; live refuses both.',
    example: 'live',
  }),
  DATA_DIR: text('./data').default('./data').meta({
    description: 'Folder of the embedded database, media and the generated secret.',
    example: './data',
  }),
  DATABASE_URL: z
    .string()
    .refine((value) => /^(file:.|mongodb(\+srv)?:\/\/[^/?])/.test(value), {
      error: 'must begin with file:, mongodb:// or mongodb+srv://, for instance file:./data/platform.db',
    })
    .optional()
    .meta({
      description: 'SQLite file or MongoDB replica set; default: a file in DATA_DIR.',
      example: 'mongodb://127.0.0.1:27017/vior?replicaSet=rs0',
    }),
  STORAGE: choice('folder', 'gridfs').default('folder').meta({
    description: 'Where uploaded files lie: a folder in DATA_DIR, or MongoDB for several processes and hosts without a disk.',
    example: 'gridfs',
  }),
  ASSET_URL: url('https://cdn.example.com', ['http:', 'https:']).optional().meta({
    description: 'Address of a CDN that fetches from PUBLIC_URL; styles, scripts and public pictures are then asked for there.',
    example: 'https://cdn.example.com',
  }),
  PUBLIC_URL: url('https://shop.example.com', ['http:', 'https:']).optional().meta({
    description: 'Address under which visitors reach the platform; default: http://localhost:PORT.',
    example: 'https://shop.example.com',
  }),
  ALLOWED_HOSTS: z
    .string()
    .refine((value) => value.split(',').every((name) => hostName.test(name.trim())), hostNames)
    .optional()
    .meta({
      description: 'Further host names under which requests are answered, besides that of PUBLIC_URL; with commas between them.',
      example: 'www.example.com, 10.0.0.5',
    }),
  PAYLOAD_SECRET: z.string().min(1, { error: 'must not be empty' }).optional().meta({
    description: 'Secret that signs sessions and encrypts settings, at least 32 characters; generated in sandbox mode.',
    example: 'the output of: openssl rand -hex 32',
  }),
  SMTP_URL: url('smtp://user:password@mail.example.com:587', ['smtp:', 'smtps:']).optional().meta({
    description:
      'Mail server, unless one is entered in the admin. Without either a simulated mailbox in sandbox mode; in live mode mails wait.',
    example: 'smtp://user:password@mail.example.com:587',
  }),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: 'must be the name of a time zone, for instance Africa/Harare' })
    .default('Africa/Dar_es_Salaam')
    .meta({ description: 'Time zone in which days are counted and the time is told.', example: 'Africa/Harare' }),
  TIME_SERVER: z
    .string()
    .regex(/^[\w.-]+(:\d{1,5})?$/, 'must be the name of a time server')
    .default('pool.ntp.org')
    .meta({ description: 'Time server that the check before going live compares the clock with (NTP).', example: 'pool.ntp.org' }),
  MAIL_FROM: text('shop@example.com').default('platform@demo.test').meta({
    description: 'Sender of all mails.',
    example: 'shop@example.com',
  }),
  TRUST_PROXY: z
    .string()
    .regex(/^(\d+|[\da-fA-F.:/, ]+|loopback|uniquelocal|linklocal)$/, {
      error: 'must be a number of proxies or their addresses, for instance 1',
    })
    .optional()
    .meta({ description: 'Proxies in front whose X-Forwarded headers are believed.', example: '1' }),
  METRICS_TOKEN: token(16).optional().meta({
    description: 'Lets /metrics be read from elsewhere, as Authorization: Bearer …; this machine needs none.',
    example: 'the output of: openssl rand -hex 16',
  }),
  SEED: choice('demo', 'none').optional().meta({
    description: 'Whether an empty database gets demo data; demo in sandbox mode, none in live mode.',
    example: 'none',
  }),
  RATE_LIMIT: choice('on', 'auto').default('auto').meta({
    description: 'on: limits hold for this machine too, even in sandbox mode.',
    example: 'auto',
  }),
  LOG_LEVEL: choice('silent', 'fatal', 'error', 'warn', 'info', 'debug').default('info').meta({
    description: 'How much is logged.',
    example: 'info',
  }),
  API_URL: url('https://api.example.com', ['http:', 'https:']).optional().meta({
    description: 'Where the storefront finds the API when it runs elsewhere.',
    example: 'https://api.example.com',
  }),
  AZAMPAY_APP_NAME: text('Shop').optional().meta({ description: 'AzamPay application name.', example: 'Shop' }),
  AZAMPAY_CLIENT_ID: text('8f2c…').optional().meta({ description: 'AzamPay client id.', example: '8f2c…' }),
  AZAMPAY_CLIENT_SECRET: text('…').optional().meta({ description: 'AzamPay client secret.', example: '…' }),
  AZAMPAY_API_KEY: text('…').optional().meta({ description: 'AzamPay API key.', example: '…' }),
  AZAMPAY_ENVIRONMENT: choice('sandbox', 'live').default('live').meta({
    description: 'Which of AzamPay’s hosts to talk to.',
    example: 'live',
  }),
  VAPID_PUBLIC_KEY: text('BKd0…').optional().meta({
    description: 'Public key for web push; default: made at first use and kept in DATA_DIR. Several machines need the same pair.',
    example: 'the public key of: npx web-push generate-vapid-keys',
  }),
  VAPID_PRIVATE_KEY: text('3KzH…').optional().meta({
    description: 'Private key for web push.',
    example: 'the private key of: npx web-push generate-vapid-keys',
  }),
  CALLBACK_SECRET: token(24).optional().meta({
    description: 'Secret part of the providers’ callback addresses; default: derived from PAYLOAD_SECRET.',
    example: 'the output of: openssl rand -hex 24',
  }),
  CALLBACK_FROM: z
    .string()
    .refine(isAddressList, { error: 'must be addresses or ranges, for instance 192.0.2.10, 198.51.100.0/24' })
    .optional()
    .meta({
      description:
        'Addresses from which providers send their messages; what comes from elsewhere is kept and settles nothing. Default: any.',
      example: '192.0.2.10, 198.51.100.0/24',
    }),
})

/** A variable as the documentation shows it. */
export type Variable = { name: string; description: string; example: string }

/** Every variable the platform reads, in the order of the schema. */
export const environmentVariables: Variable[] = Object.entries(environmentSchema.shape).map(([name, field]) => {
  const { description = '', example = '' } = (field.meta() ?? {}) as { description?: string; example?: string }
  return { name, description, example }
})
