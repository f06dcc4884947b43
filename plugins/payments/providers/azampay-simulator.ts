import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { type Act, actSchema, type Prompt, simulatedPhones } from './azampay-simulated-phones.ts'
import { operators } from './azampay-wire.ts'

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

/** An answer on the wire. */
type Answer = { status: number; body?: unknown }

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
export async function startAzampaySimulator({ port = 0, callbackUrl }: { port?: number; callbackUrl: string }): Promise<AzampaySimulator> {
  const faults: Faults = {}
  const tokens = new Set<string>()
  const phones = simulatedPhones(async (body) => (faults.silent ? 0 : callBack(callbackUrl, body)))

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

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator')
    const [, area, name, reference] = pathname.split('/')
    const route = `${request.method} /${area}/${name}`
    const body = await bodyOf(request)
    if (area !== 'simulator' && faults.slow) await pause(faults.slow)
    if (pathname === '/AppRegistration/GenerateToken') return giveToken(body)
    if (pathname === '/azampay/mno/checkout') return takeCheckout(body, request.headers.authorization)
    if (route === 'GET /simulator/prompts') return { status: 200, body: phones.list(searchParams.get('phone') ?? undefined) }
    if (route === 'PUT /simulator/faults') return setFaults(faults, body)
    if (route === 'POST /simulator/prompts' && reference) {
      if (!phones.has(reference)) return { status: 404, body: { message: 'No phone shows such a prompt.' } }
      const act = actSchema.safeParse(body)
      if (!act.success) return { status: 400, body: { issues: act.error.issues } }
      return {
        status: 200,
        body: { answers: await phones.act(reference, act.data), prompt: phones.list().find((prompt) => prompt.reference === reference) },
      }
    }
    return { status: 404 }
  }

  const server = createServer(
    (request, response) =>
      void answer(request).then(
        (given) => send(response, given),
        () => send(response, { status: 400 }),
      ),
  )
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    prompts: phones.list,
    act: phones.act,
    faults,
    forgetTokens: () => tokens.clear(),
    stop: async () => {
      phones.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function setFaults(faults: Faults, body: unknown): Answer {
  const wanted = faultsSchema.safeParse(body)
  if (!wanted.success) return { status: 400, body: { issues: wanted.error.issues } }
  for (const name of Object.keys(faults) as (keyof Faults)[]) delete faults[name]
  return { status: 200, body: Object.assign(faults, wanted.data) }
}

async function callBack(url: string, body: object): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return 0
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : undefined
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
}
