import type { JsonObject, PayloadRequest } from 'payload'
import { idOf } from '../../platform/ids.ts'
import type { NotificationKind } from '../../platform/notifications/kind.ts'
import { staffWith } from '../../platform/notifications/staff.ts'
import type { Role } from '../../platform/roles.ts'
import { orderById } from './fulfilment.ts'
import { orderWords } from './notification-words.ts'

type Who = { customer?: boolean; roles?: readonly Role[] /** Only of orders that are picked up. */; pickup?: boolean }

const told =
  ({ customer, roles = [], pickup }: Who): NotificationKind['notice'] =>
  async (req: PayloadRequest, { id }: JsonObject) => {
    const order = await orderById(req, String(id))
    if (pickup && !order.pickup) return undefined
    const buyer = customer && order.customer ? [idOf(order.customer)] : []
    const staff = roles.length > 0 ? await staffWith(req, roles) : []
    return { about: { collection: 'orders', id: order.id }, users: [...buyer, ...staff], params: { number: order.number } }
  }

const inShop: NotificationKind['path'] = ({ id }) => `/orders/${id}`
const inAdmin: NotificationKind['path'] = ({ collection, id }) => `/admin/collections/${collection}/${id}`

// Customers get a letter of the shop about each of these, so that a mail would be a second one.
const forCustomers = { inApp: true, digest: false, push: true }
const forStaff = { inApp: true, mail: false, digest: false, push: true }
const [sales, treasury] = [['sales'], ['treasury']] as const

/** What the shop tells people of. */
export const shopNotificationKinds: NotificationKind[] = [
  {
    kind: 'orders.placed',
    event: 'orders.placed',
    roles: sales,
    channels: forStaff,
    words: orderWords.placed,
    path: inAdmin,
    notice: told({ roles: sales }),
  },
  {
    kind: 'orders.paid',
    event: 'orders.paid',
    channels: forCustomers,
    words: orderWords.paid,
    path: inShop,
    notice: told({ customer: true }),
  },
  {
    kind: 'orders-to-confirm',
    event: 'orders.paid',
    roles: treasury,
    channels: forStaff,
    words: orderWords.toConfirm,
    path: inAdmin,
    notice: told({ roles: treasury }),
  },
  {
    kind: 'orders.ready',
    event: 'orders.packed',
    channels: forCustomers,
    words: orderWords.ready,
    path: inShop,
    notice: told({ customer: true, pickup: true }),
  },
  {
    kind: 'orders.shipped',
    event: 'orders.shipped',
    channels: forCustomers,
    words: orderWords.shipped,
    path: inShop,
    notice: told({ customer: true }),
  },
  {
    kind: 'orders.expired',
    event: 'orders.expired',
    channels: forCustomers,
    words: orderWords.expired,
    path: inShop,
    notice: told({ customer: true }),
  },
]
