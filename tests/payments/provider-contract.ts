import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Charge, Inbound, Provider } from '../../plugins/payments/provider.ts'

/** The platform of a provider that asks nothing of it. */
export const nowhere = {} as Payload

/** A provider together with a world in which its payers and its faults can be steered. */
export type Rig = {
  provider: Provider
  /** A charge with a reference of its own that the provider would accept. */
  charge: () => Charge
  approve: (reference: string) => Promise<unknown>
  decline: (reference: string) => Promise<unknown>
  /** The messages that came in, the oldest first. */
  inbox: Inbound[]
  /** Makes the provider refuse, break down, answer late, be away, or be well again. */
  weather: (weather: 'refuse' | 'broken' | 'slow' | 'away' | 'fine') => Promise<void>
  stop: () => Promise<void>
}

/** What every provider that asks for money and sends messages has to obey, real client and simulator alike. */
export const providerContract = (name: string, setUp: () => Promise<Rig>) =>
  describe(`${name} as a provider`, () => {
    let rig: Rig

    beforeAll(async () => {
      rig = await setUp()
    })
    afterAll(() => rig.stop())

    const read = (inbound: Inbound | undefined) => {
      if (!inbound || !rig.provider.read) throw new Error('No message came in.')
      return rig.provider.read(inbound)
    }

    const asked = async () => {
      const charge = rig.charge()
      expect(await rig.provider.start(charge, nowhere)).toMatchObject({ outcome: 'pending', reference: expect.stringMatching(/./) })
      return charge
    }

    test('a charge is pending until the payer has answered', async () => {
      const before = rig.inbox.length
      await asked()
      expect(rig.inbox).toHaveLength(before)
    })

    test('an approval comes back with our reference, the amount and the phone', async () => {
      const { reference, amount, phone } = await asked()
      await rig.approve(reference)
      expect(read(rig.inbox.at(-1))).toMatchObject({
        reference,
        amount,
        phone,
        outcome: 'succeeded',
        providerReference: expect.any(String),
      })
    })

    test('a refusal by the payer is a failure', async () => {
      const { reference } = await asked()
      await rig.decline(reference)
      expect(read(rig.inbox.at(-1))).toMatchObject({ reference, outcome: 'failed' })
    })

    test('a repeated message is the same event, another outcome is another', async () => {
      const { reference } = await asked()
      await rig.approve(reference)
      await rig.approve(reference)
      await rig.decline(reference)
      const [first, second, third] = rig.inbox.slice(-3).map((inbound) => read(inbound).id)
      expect(second).toBe(first)
      expect(third).not.toBe(first)
    })

    test('what the provider will not do is refused', async () => {
      await rig.weather('refuse')
      expect(await rig.provider.start(rig.charge(), nowhere)).toMatchObject({ outcome: 'refused', message: expect.any(String) })
      await rig.weather('fine')
    })

    test.each(['broken', 'slow'] as const)('when the provider is %s nobody knows', async (weather) => {
      await asked()
      await rig.weather(weather)
      expect(await rig.provider.start(rig.charge(), nowhere)).toMatchObject({ outcome: 'unknown' })
      await rig.weather('fine')
    })

    test('when the provider cannot be reached nothing was asked', async () => {
      await rig.weather('away')
      expect(await rig.provider.start(rig.charge(), nowhere)).toMatchObject({ outcome: 'refused', code: 'PROVIDER_UNAVAILABLE' })
      await rig.weather('fine')
    })

    test.each(['', 'null', '[]', '{}', '{"a":', '"x"', '{"amount":{}}', '<xml/>', '\0'])('%j is none of its messages', (body) => {
      expect(() => rig.provider.read?.({ body, headers: {} })).toThrow()
    })
  })
