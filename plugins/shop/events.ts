import { z } from 'zod'
import type { EventType } from '../../platform/outbox/event.ts'

const order = z.object({ id: z.uuid(), test: z.boolean() })

const told = (summary: string, data: z.ZodType = order): EventType => ({ summary, data })

/** What happens in the shop. */
export const shopEvents: Record<string, EventType> = {
  'orders.placed': told('Somebody ordered; the goods are put aside until it is paid.'),
  'orders.paid': told('The money for an order is in.'),
  'orders.unfulfillable': told('The money for an order is in, but its goods are gone.'),
  'orders.resumed': told('An order that could not be fulfilled has its goods again.'),
  'orders.packed': told('An order is packed.'),
  'orders.shipped': told('An order is on its way.'),
  'orders.delivered': told('An order has arrived.'),
  'orders.expired': told('Nobody paid an order in time.'),
  'orders.canceled': told('An order was canceled.', order.extend({ from: z.string(), reason: z.string().nullish() })),
  'orders.returned': told('An order came back.'),
  'stock.low': told(
    'Of a variant there is as little as its limit says, or less.',
    z.object({ level: z.uuid(), variant: z.uuid(), location: z.uuid(), available: z.int() }),
  ),
}
