import type { PayloadRequest } from 'payload'
import type { User } from '../../../payload-types.ts'
import { move } from '../../../platform/states.ts'
import { inTransaction, withRequest } from '../../../platform/transaction.ts'
import { openPayment, receiveMoney } from '../../payments/index.ts'
import { placeOrder } from '../checkout.ts'
import type { Address, Wish } from '../draft-order.ts'
import { orderWorks } from '../fulfilment.ts'
import { orderStates } from '../states.ts'
import { idBy } from './catalogue.ts'

type Verb = keyof typeof orderStates.moves

/** Who goes which step of a sample order. */
const actors: Partial<Record<Verb, string>> = {
  confirm: 'treasury',
  pack: 'delivery',
  ship: 'delivery',
  deliver: 'delivery',
  close: 'sales',
  cancel: 'sales',
  return: 'sales',
}

const home = (name: string, line1: string, city: string, country: string): Address => ({ name, line1, city, country })

type SampleOrder = {
  by?: string
  email: string
  phone: string
  skus: [sku: string, quantity: number][]
  shipping?: Address
  pickup?: string
  paid?: boolean
  steps?: Verb[]
  reason?: string
}

const asha = { by: 'customer@demo.test', email: 'customer@demo.test', phone: '+255712000022' }

const sampleOrders: SampleOrder[] = [
  {
    ...asha,
    skus: [
      ['KIB-A15-64-BLU', 1],
      ['BAO-CH33', 1],
    ],
    shipping: home('Asha Juma', 'Uhuru Street 12', 'Dar es Salaam', 'TZ'),
    paid: true,
    steps: ['confirm', 'pack', 'ship', 'deliver', 'close'],
  },
  {
    email: 'farai@example.test',
    phone: '+263771234567',
    skus: [['JUA-KIT-50', 1]],
    shipping: home('Farai Moyo', 'Samora Machel Avenue 5', 'Harare', 'ZW'),
    paid: true,
    steps: ['confirm', 'pack', 'ship', 'deliver'],
  },
  {
    email: 'zawadi@example.test',
    phone: '+255754111222',
    skus: [
      ['MSA-R4G', 1],
      ['SAV-HS-USB', 2],
    ],
    shipping: home('Zawadi Mollel', 'Sokoine Road 31', 'Arusha', 'TZ'),
    paid: true,
    steps: ['confirm', 'pack', 'ship'],
  },
  {
    email: 'baraka@example.test',
    phone: '+255713555666',
    skus: [
      ['PRI-RP58', 1],
      ['PRI-SC-USB', 1],
    ],
    pickup: 'DAR',
    paid: true,
    steps: ['confirm', 'pack'],
  },
  {
    email: 'rudo@example.test',
    phone: '+263772345678',
    skus: [['JUA-LAN-12', 3]],
    shipping: home('Rudo Chikwanha', 'Fort Street 40', 'Bulawayo', 'ZW'),
    paid: true,
    steps: ['confirm'],
  },
  { ...asha, skus: [['BAO-PB20', 2]], pickup: 'DAR', paid: true },
  {
    email: 'thabani@example.test',
    phone: '+263773456789',
    skus: [['ZAM-14-8-256', 1]],
    shipping: home('Thabani Ncube', 'Leopold Takawira Street 9', 'Bulawayo', 'ZW'),
    paid: true,
  },
  {
    email: 'neema@example.test',
    phone: '+255765777888',
    skus: [['SAV-SPK-RED', 1]],
    shipping: home('Neema Kileo', 'Boma Road 3', 'Moshi', 'TZ'),
    steps: ['cancel'],
    reason: 'The customer asked for another colour.',
  },
  { ...asha, skus: [['SW-STOCK-1Y', 1]] },
]

/** Does something as the person with this e-mail address, or as the platform itself. */
const as = <Result>(req: PayloadRequest, email: string | undefined, work: (req: PayloadRequest) => Promise<Result>): Promise<Result> =>
  withRequest(req.payload, 'seed shop', async (own) => {
    const found =
      email && (await req.payload.find({ collection: 'users', req: own, where: { email: { equals: email } }, limit: 1, depth: 0 })).docs[0]
    if (found) own.user = { ...(found as User), collection: 'users' } as PayloadRequest['user']
    return work(own)
  })

async function wishOf(req: PayloadRequest, { skus, pickup, email, phone, shipping }: SampleOrder): Promise<Wish> {
  const items: Wish['items'][number][] = []
  for (const [sku, quantity] of skus) items.push({ variant: (await idBy(req, 'variants', 'sku', sku)) as string, quantity })
  return { items, email, phone, ...(shipping && { shipping }), ...(pickup && { pickup: await idBy(req, 'locations', 'code', pickup) }) }
}

async function place(req: PayloadRequest, sample: SampleOrder): Promise<void> {
  const wish = await wishOf(req, sample)
  const { order, secret } = await as(req, sample.by, (own) => placeOrder(own, wish))
  if (sample.paid)
    await as(req, 'treasury@demo.test', async (own) => {
      const payment = await openPayment(own, { subject: { relationTo: 'orders', value: order.id }, secret, provider: 'cash' })
      await receiveMoney(own, payment, { verb: 'receive', received: payment.amount })
    })
  for (const verb of sample.steps ?? [])
    await as(req, `${actors[verb]}@demo.test`, (own) =>
      inTransaction(own, async () => {
        const work = orderWorks[verb]
        await (work
          ? work(own, { id: order.id, reason: sample.reason })
          : move(own, orderStates, { collection: 'orders', id: order.id, verb, reason: sample.reason }))
      }),
    )
}

/** Places a few orders and takes each as far as its story goes, unless there are orders already. */
export async function placeSampleOrders(req: PayloadRequest): Promise<void> {
  const { totalDocs } = await req.payload.db.count({ collection: 'orders', req })
  if (totalDocs > 0 || !req.payload.collections.payments) return
  for (const sample of sampleOrders) await place(req, sample)
}
