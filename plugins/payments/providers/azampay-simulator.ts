import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { type Act, actSchema, type Prompt, simulatedPhones } from './azampay-simulated-phones.ts'
import { operators } from './azampay-wire.ts'
import { type Answer, type Asked, callBack, serveSimulator } from './simulator-server.ts'

/** What goes wrong at the simulator, until it is changed. */
export type Faults = z.infer<typeof faultsSchema>

const faultsSchema = z.strictObject({
  /** The token address answers 423 (details not valid) or 500, or the checkout address takes its tokens for expired (401). */
  token: z.enum(['locked', 'broken', 'expired']).optional(),
  /** The checkout address answers 400, 500, `success: false` or something unreadable. */
  checkout: z.enum(['problem', 'broken', 'refused', 'garbled']).optional(),
  /** Milliseconds before each answer. */
  slow: z.int().min(0).max(120_000).optional(),
  /** The payer is so quick that the callback comes before the answer of the checkout. */
  early: z.enum(['approve', 'decline']).optional(),
  /** Callbacks are never sent. */
  silent: z.boolean().optional(),
})

/** A running simulator. */
export type AzampaySimulator = {
  url: string
  /** The prompts on all phones, or on one; the newest first. */
  prompts: (phone?: string) => Prompt[]
  /** Does to a prompt what its payer would; answers the HTTP statuses of the callbacks that were sent (none when they are delayed). */
  act: (reference: string, act: Act) => Promise<number[]>
  faults: Faults
  /** Ends all tokens, whatever they say of themselves. */
  forgetTokens: () => void
  stop: () => Promise<void>
}

const hour = 3_600_000

const credentials = z.object({ appName: z.string().min(1), clientId: z.string().min(1), clientSecret: z.string().min(1) })

const text = z.string()

const checkout = z.object({
  accountNumber: text.regex(/^(\+?255|0)?(6[1-9]|7[1-9])\d{7}$/, 'Invalid Mobile Number'),
  amount: text.regex(/^\d+(\.\d{1,2})?$/, 'Amount is not valid').refine((amount) => Number(amount) > 0, 'Amount must be greater than 0'),
  currency: z.literal('TZS', 'Currency is not supported'),
  externalId: text.regex(/^[\x20-\x7e]{1,128}$/, 'External id must have 1 to 128 characters'),
  provider: z.enum(operators, 'Provider is not supported'),
  additionalProperties: z.record(text, z.unknown()).nullish(),
})

const problem = (errors: Record<string, string[]>): Answer => ({
  status: 400,
  body: {
    type: 'https://tools.ietf.org/html/rfc7231#section-6.5.1',
    title: 'One or more validation errors occurred.',
    status: 400,
    traceId: `00-${randomUUID().replaceAll('-', '')}-00`,
    errors,
  },
})

/** Starts a simulator of AzamPay on this machine: its two hosts in one, speaking its wire protocol, and the phones of all payers. */
export async function startAzampaySimulator({
  port = 0,
  callbackUrl,
}: {
  port?: number
  /** Where to tell how payments end; asked each time when it is not known yet. */
  callbackUrl: string | (() => string)
}): Promise<AzampaySimulator> {
  const faults: Faults = {}
  const tokens = new Set<string>()
  const phones = simulatedPhones(async (body) =>
    faults.silent ? 0 : callBack(typeof callbackUrl === 'string' ? callbackUrl : callbackUrl(), body),
  )

  const giveToken = (body: unknown): Answer => {
    if (faults.token === 'broken') return { status: 500 }
    const known = credentials.safeParse(body).success
    if (faults.token === 'locked' || !known)
      return {
        status: 423,
        body: {
          data: null,
          message: 'Provided detail is not valid for this app or secret key has been expired.',
          success: false,
          statusCode: 423,
        },
      }
    const accessToken = randomUUID()
    tokens.add(accessToken)
    return {
      status: 200,
      body: {
        data: { accessToken, expire: new Date(Date.now() + hour).toISOString() },
        message: 'Token generated successfully.',
        success: true,
        statusCode: 200,
      },
    }
  }

  const takeCheckout = async (body: unknown, authorization = ''): Promise<Answer> => {
    if (faults.token === 'expired' || !tokens.has(authorization.replace(/^Bearer /, ''))) return { status: 401 }
    if (faults.checkout === 'broken') return { status: 500 }
    if (faults.checkout === 'garbled') return { status: 200, body: '<html>' }
    if (faults.checkout === 'refused')
      return { status: 200, body: { success: false, transactionId: null, message: 'The request was refused.' } }
    if (faults.checkout === 'problem') return problem({ accountNumber: ['Invalid Mobile Number'] })
    const sent = checkout.safeParse(body)
    if (!sent.success) return problem(z.flattenError(sent.error).fieldErrors as Record<string, string[]>)
    if (phones.has(sent.data.externalId)) return problem({ externalId: ['External id was used before'] })
    const prompt = phones.show(sent.data)
    if (faults.early) await phones.act(prompt.reference, { action: faults.early })
    return {
      status: 200,
      body: { success: true, transactionId: prompt.transactionId, message: 'Your request has been received and is being processed.' },
    }
  }

  const press = async (reference: string, body: unknown): Promise<Answer> => {
    if (!phones.has(reference)) return { status: 404, body: { message: 'No phone shows such a prompt.' } }
    const act = actSchema.safeParse(body)
    if (!act.success) return { status: 400, body: { issues: act.error.issues } }
    const answers = await phones.act(reference, act.data)
    return { status: 200, body: { answers, prompt: phones.list().find((prompt) => prompt.reference === reference) } }
  }

  const answer = async ({ method, url: { pathname, searchParams }, headers, body }: Asked): Promise<Answer> => {
    const [, area, name, reference] = pathname.split('/')
    if (area !== 'simulator' && faults.slow) await pause(faults.slow)
    const route = `${method} /${area}/${name}${reference ? '/…' : ''}`
    if (route === 'POST /AppRegistration/GenerateToken') return giveToken(body)
    if (pathname === '/azampay/mno/checkout') return takeCheckout(body, headers.authorization)
    if (route === 'GET /simulator/prompts') return { status: 200, body: phones.list(searchParams.get('phone') ?? undefined) }
    if (route === 'POST /simulator/prompts/…' && reference) return press(reference, body)
    if (route === 'PUT /simulator/faults') return setFaults(faults, body)
    return { status: 404 }
  }

  const { url, stop } = await serveSimulator(answer, port)
  return {
    url,
    prompts: phones.list,
    act: phones.act,
    faults,
    forgetTokens: () => tokens.clear(),
    stop: () => {
      phones.stop()
      return stop()
    },
  }
}

function setFaults(faults: Faults, body: unknown): Answer {
  const wanted = faultsSchema.safeParse(body)
  if (!wanted.success) return { status: 400, body: { issues: wanted.error.issues } }
  for (const name of Object.keys(faults) as (keyof Faults)[]) delete faults[name]
  return { status: 200, body: Object.assign(faults, wanted.data) }
}
