import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clock } from '../../platform/clock.ts'
import type { Charge, Inbound } from '../../plugins/payments/provider.ts'
import { azampayAccount } from '../../plugins/payments/providers/azampay.ts'
import { type AzampayAccount, azampayClient } from '../../plugins/payments/providers/azampay-client.ts'
import { type AzampaySimulator, startAzampaySimulator } from '../../plugins/payments/providers/azampay-simulator.ts'
import { newReference } from '../../plugins/payments/reference.ts'
import { nowhere, providerContract, type Rig } from './provider-contract.ts'

type Received = Inbound & { url: string }

/** A small server that keeps what it is sent, and answers 200 or what it is told to. */
async function receiver(answer: (request: Received) => { status: number; body?: unknown } = () => ({ status: 200 })) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const one = { url: request.url ?? '', body, headers: request.headers as Record<string, string> }
    received.push(one)
    const { status, body: back } = answer(one)
    response.writeHead(status).end(JSON.stringify(back ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => new Promise((resolve) => server.close(resolve).closeAllConnections())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, received, stop }
}

const accountAt = (url: string): AzampayAccount => ({
  appName: 'Shop',
  clientId: 'id',
  clientSecret: 'secret',
  apiKey: 'key',
  tokenHost: url,
  checkoutHost: url,
  patience: 500,
})

const charge = (over: Partial<Charge> = {}): Charge => ({
  reference: newReference(),
  amount: { amount: 1_500_000, currency: 'TZS' },
  title: 'An order',
  phone: '+255712345678',
  operator: 'Tigo',
  ...over,
})

providerContract('AzamPay with its simulator', async (): Promise<Rig> => {
  const { url: callbackUrl, received, stop } = await receiver()
  const simulator = await startAzampaySimulator({ callbackUrl })
  let account = accountAt(simulator.url)
  return {
    provider: azampayClient(() => account),
    charge,
    inbox: received,
    approve: (reference) => simulator.act(reference, { action: 'approve' }),
    decline: (reference) => simulator.act(reference, { action: 'decline' }),
    weather: async (weather) => {
      account = accountAt(weather === 'away' ? 'http://127.0.0.1:1' : simulator.url)
      Object.assign(simulator.faults, {
        checkout: { refuse: 'problem', broken: 'broken' }[weather as 'refuse'],
        slow: weather === 'slow' ? 2_000 : undefined,
      })
    },
    stop: async () => {
      await simulator.stop()
      await stop()
    },
  }
})

describe('the client of AzamPay', () => {
  const tokenFor = (accessToken: string) => ({
    status: 200,
    body: { data: { accessToken, expire: new Date(Date.now() + 60_000).toISOString() }, message: '', success: true, statusCode: 200 },
  })
  const pending = { status: 200, body: { success: true, transactionId: 'T1', message: '' } }

  test('asks in the words of the wire: decimal text, a number without plus, our reference, token and key in the headers', async () => {
    const far = await receiver(({ url }) => (url.includes('Token') ? tokenFor('abc') : pending))
    expect(await azampayClient(() => accountAt(far.url.replace(/\/$/, ''))).start(charge({ reference: 'PV-1' }), nowhere)).toEqual({
      outcome: 'pending',
      reference: 'T1',
    })
    const [token, checkout] = far.received
    expect(token?.url).toBe('/AppRegistration/GenerateToken')
    expect(JSON.parse(token?.body ?? '')).toEqual({ appName: 'Shop', clientId: 'id', clientSecret: 'secret' })
    expect(checkout).toMatchObject({ url: '/azampay/mno/checkout', headers: { authorization: 'Bearer abc', 'x-api-key': 'key' } })
    expect(JSON.parse(checkout?.body ?? '')).toEqual({
      accountNumber: '255712345678',
      amount: '15000.00',
      currency: 'TZS',
      externalId: 'PV-1',
      provider: 'Tigo',
      additionalProperties: {},
    })
    await far.stop()
  })

  test('asks for one token for many charges at once, and for the next one when it has ended', async () => {
    let tokens = 0
    const far = await receiver(({ url }) => (url.includes('Token') ? tokenFor(`t${++tokens}`) : pending))
    const provider = azampayClient(() => accountAt(far.url.replace(/\/$/, '')))
    await Promise.all(Array.from({ length: 20 }, () => provider.start(charge(), nowhere)))
    expect(tokens).toBe(1)
    clock.advance(60_000)
    await provider.start(charge(), nowhere)
    clock.reset()
    expect(tokens).toBe(2)
    await far.stop()
  })

  test.each([
    ['0712 345 678', undefined, { phone: '+255712345678', operator: 'Tigo' }],
    ['255754000001', undefined, { phone: '+255754000001', operator: 'Mpesa' }],
    ['+255 689 000 001', undefined, { phone: '+255689000001', operator: 'Airtel' }],
    ['0621-000-001', undefined, { phone: '+255621000001', operator: 'Halopesa' }],
    ['0712345678', 'M-Pesa', { phone: '+255712345678', operator: 'Mpesa' }],
    ['0712345678', 'mixx by yas', { phone: '+255712345678', operator: 'Tigo' }],
    ['0712345678', 'AzamPesa', { phone: '+255712345678', operator: 'Azampesa' }],
  ])('knows whom to ask at %s through %s', (phone, operator, expected) => {
    expect(azampayClient(() => undefined).addressee?.({ phone, operator })).toEqual(expected)
  })

  test.each([
    ['+263771234567', undefined, ['phone']],
    ['12', 'Orange', ['phone', 'operator']],
    [undefined, undefined, ['phone']],
    ['0732345678', undefined, ['operator']],
    ['a'.repeat(100_000), undefined, ['phone']],
  ])('refuses to ask at %.20s through %s', (phone, operator, paths) => {
    try {
      azampayClient(() => undefined).addressee?.({ phone, operator })
      expect.unreachable()
    } catch (error) {
      const { data } = error as { data: { code: string; errors: { path: string }[] } }
      expect(data.code).toBe('VALIDATION')
      expect(data.errors.map(({ path }) => path)).toEqual(paths)
    }
  })

  const message = {
    msisdn: '0712345678',
    amount: '15000',
    utilityref: 'PV-1',
    reference: 'T1',
    transactionstatus: 'success',
    operator: 'Tigo',
    message: 'ok',
    submerchantAcc: null,
  }
  const read = (over: object) => azampayClient(() => undefined).read?.({ body: JSON.stringify({ ...message, ...over }), headers: {} })

  test.each([
    ['success', 'succeeded'],
    ['Success', 'succeeded'],
    ['failed', 'failed'],
    ['failure', 'failed'],
    ['whatever', 'failed'],
    ['pending', 'pending'],
  ])('reads the word %s as %s', (transactionstatus, outcome) => {
    expect(read({ transactionstatus })).toMatchObject({ outcome, phone: '+255712345678', amount: { amount: 1_500_000, currency: 'TZS' } })
  })

  test('tells messages apart that say different things about one transaction', () => {
    const ids = [{}, { amount: '1' }, { utilityref: 'PV-2' }, { currency: 'USD' }, { msisdn: '0712345679' }].map((over) => read(over)?.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(read({ amount: 15000, fspReferenceId: 'x' })?.id).toBe(ids[0])
  })

  test.each([
    { amount: '1e9' },
    { amount: '-5' },
    { amount: '1.005' },
    { amount: 'NaN' },
    { currency: 'XXX' },
    { utilityref: '' },
    { utilityref: 'x'.repeat(129) },
  ])('does not accept a message with %j', (over) => {
    expect(() => read(over)).toThrow()
  })

  test('talks to its own account by keys, to the simulator only without keys and never in live mode', () => {
    process.env.AZAMPAY_SIMULATOR_URL = 'http://127.0.0.1:9'
    const keys = { appName: 'a', clientId: 'b', clientSecret: 'c', apiKey: 'd', environment: 'live' as const }
    expect(azampayAccount({ azampay: keys, mode: 'live' })?.checkoutHost).toBe('https://checkout.azampay.co.tz')
    expect(azampayAccount({ azampay: { ...keys, environment: 'sandbox' }, mode: 'sandbox' })?.checkoutHost).toBe(
      'https://sandbox.azampay.co.tz',
    )
    expect(azampayAccount({ azampay: undefined, mode: 'sandbox' })?.checkoutHost).toBe('http://127.0.0.1:9')
    expect(azampayAccount({ azampay: undefined, mode: 'live' })).toBeUndefined()
    delete process.env.AZAMPAY_SIMULATOR_URL
    expect(azampayAccount({ azampay: undefined, mode: 'sandbox' })).toBeUndefined()
  })
})

describe('the simulator of AzamPay', () => {
  let simulator: AzampaySimulator
  let shop: Awaited<ReturnType<typeof receiver>>
  const start = (over?: Partial<Charge>) => azampayClient(() => accountAt(simulator.url)).start(charge(over), nowhere)
  const messages = () => shop.received.map(({ body }) => JSON.parse(body))

  beforeEach(async () => {
    shop = await receiver()
    simulator = await startAzampaySimulator({ callbackUrl: shop.url })
  })
  afterEach(async () => {
    await simulator.stop()
    await shop.stop()
  })

  test('calls back with the fields of AzamPay', async () => {
    await start({ reference: 'PV-1' })
    const [{ transactionId } = { transactionId: '' }] = simulator.prompts('0712345678')
    await simulator.act('PV-1', { action: 'approve' })
    expect(messages()).toEqual([
      {
        msisdn: '255712345678',
        amount: '15000.00',
        message: expect.any(String),
        utilityref: 'PV-1',
        operator: 'Tigo',
        reference: transactionId,
        transactionstatus: 'success',
        submerchantAcc: null,
        fspReferenceId: expect.any(String),
        additionalProperties: {},
      },
    ])
  })

  test('does what it is told from any process over HTTP', async () => {
    await start({ reference: 'PV-1' })
    const prompts = await (await fetch(`${simulator.url}/simulator/prompts?phone=${encodeURIComponent('0712 345 678')}`)).json()
    expect(prompts).toMatchObject([
      { reference: 'PV-1', phone: '+255712345678', amount: 1_500_000, currency: 'TZS', operator: 'Tigo', status: 'waiting' },
    ])
    expect(await (await fetch(`${simulator.url}/simulator/prompts?phone=0755000000`)).json()).toEqual([])
    const press = (body: object, reference = 'PV-1') =>
      fetch(`${simulator.url}/simulator/prompts/${reference}`, { method: 'POST', body: JSON.stringify(body) })
    const acted = await press({ action: 'approve', times: 3, amount: 100, currency: 'USD', utilityref: 'PV-2', msisdn: '0755000000' })
    expect(await acted.json()).toMatchObject({ answers: [200, 200, 200], prompt: { status: 'approved' } })
    expect(messages()).toHaveLength(3)
    expect(messages()[0]).toMatchObject({ amount: '1.00', currency: 'USD', utilityref: 'PV-2', msisdn: '0755000000' })
    expect((await press({ action: 'ignore' })).status).toBe(200)
    expect((await press({ action: 'approve', amount: '20000.00', transactionstatus: 'failure' })).status).toBe(200)
    expect(messages().slice(3)).toMatchObject([{ amount: '20000.00', transactionstatus: 'failure' }])
    expect((await press({ action: 'dance' })).status).toBe(400)
    expect((await press({ action: 'approve' }, 'PV-9')).status).toBe(404)
    expect((await fetch(`${simulator.url}/simulator/prompts/PV-1`, { method: 'POST', body: '{' })).status).toBe(400)
  })

  test('calls back later when told so', async () => {
    await start({ reference: 'PV-1' })
    expect(await simulator.act('PV-1', { action: 'decline', delayMs: 20 })).toEqual([])
    await expect.poll(messages).toMatchObject([{ transactionstatus: 'failed' }])
  })

  test('calls back before the checkout is answered, or never', async () => {
    simulator.faults.early = 'approve'
    expect(await start()).toMatchObject({ outcome: 'pending' })
    expect(messages()).toHaveLength(1)
    Object.assign(simulator.faults, { early: undefined, silent: true })
    await start({ reference: 'PV-2' })
    expect(await simulator.act('PV-2', { action: 'approve' })).toEqual([0])
    expect(messages()).toHaveLength(1)
  })

  test('its faults can be set from another process', async () => {
    const set = (body: object) => fetch(`${simulator.url}/simulator/faults`, { method: 'PUT', body: JSON.stringify(body) })
    await set({ checkout: 'refused' })
    expect(await start()).toMatchObject({ outcome: 'refused', code: 'REFUSED' })
    await set({})
    expect(await start()).toMatchObject({ outcome: 'pending' })
    expect((await set({ checkout: 'explode' })).status).toBe(400)
  })

  test.each([
    ['a token that is refused', { token: 'locked' }, { outcome: 'refused', code: 'PROVIDER_UNAVAILABLE' }],
    ['a broken token address', { token: 'broken' }, { outcome: 'refused', code: 'PROVIDER_UNAVAILABLE' }],
    ['a token that is over at once', { token: 'expired' }, { outcome: 'refused', code: 'PROVIDER_UNAVAILABLE' }],
    ['an unreadable answer', { checkout: 'garbled' }, { outcome: 'unknown' }],
    ['a problem with the number', { checkout: 'problem' }, { outcome: 'refused', code: 'INVALID_PHONE', message: 'Invalid Mobile Number' }],
  ] as const)('%s ends as it should', async (_, faults, expected) => {
    Object.assign(simulator.faults, faults)
    expect(await start()).toMatchObject(expected)
    expect(simulator.prompts()).toEqual([])
  })

  test('a token that ended early is replaced without asking the payer twice', async () => {
    const provider = azampayClient(() => accountAt(simulator.url))
    await provider.start(charge(), nowhere)
    simulator.forgetTokens()
    expect(await provider.start(charge(), nowhere)).toMatchObject({ outcome: 'pending' })
    expect(simulator.prompts()).toHaveLength(2)
  })

  test.each([
    [{ operator: 'Orange' }, 'INVALID_OPERATOR'],
    [{ phone: '+2557' }, 'INVALID_PHONE'],
    [{ amount: { amount: 0, currency: 'TZS' } }, 'INVALID_AMOUNT'],
    [{ reference: 'x'.repeat(129) }, 'REFUSED'],
    [{ amount: { amount: 100, currency: 'USD' } }, 'REFUSED'],
  ] as const)('refuses %j as the real one does', async (over, code) => {
    expect(await start(over)).toMatchObject({ outcome: 'refused', code })
  })
})
