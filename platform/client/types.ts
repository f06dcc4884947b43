// Generated from the description of the API by `npm run generate`.

export type Address = { name: string | null; line1: string | null; line2: string | null; city: string | null; region: string | null; country: string | null; phone: string | null }

export type Brand = { id: string; slug: string; name: string; createdAt: string; updatedAt: string }

export type Category = { id: string; slug: string; title: string; description: string | null; parent: string | null; createdAt: string; updatedAt: string }

/** Whom the caller acts for. `scopes` is null for people; e-mail and phone need `account:read`. */
export type Me = { id: string; name: string | null; roles: string[]; email: string | null; phone: string | null; locale: string | null; scopes: string[] | null }

/** An amount in the smallest unit of its currency: 1500000 TZS are 15,000 shillings. */
export type Money = { amount: number; currency: string }

export type Order = { id: string; number: string; status: 'draft' | 'awaiting_payment' | 'paid' | 'treasury_confirmed' | 'packed' | 'shipped' | 'delivered' | 'closed' | 'canceled' | 'returned' | 'paid_unfulfillable'; test: boolean; email: string; phone: string | null; customer: string | null; lines: OrderLine[]; subtotal: Money; shipping: Money; tax: Money; taxes: TaxRow[]; total: Money; shipTo: Address | null; pickup: string | null; paidAt: string | null; heldUntil: string | null; createdAt: string; updatedAt: string; kind: 'shop' }

export type OrderLine = { product: string | null; variant: string | null; title: string; sku: string; quantity: number; unitPrice: Money; taxClass: string | null; taxRateBp: number; net: Money; tax: Money; total: Money }

export type Payment = { id: string; reference: string; status: 'created' | 'pending' | 'succeeded' | 'failed' | 'expired' | 'canceled' | 'underpaid' | 'refund_pending' | 'partially_refunded' | 'refunded' | 'refund_failed' | 'disputed'; title: string; subject: { type: string; id: string }; test: boolean; amount: Money; received: Money | null; excess: Money | null; provider: string; providerReference: string | null; phone: string | null; failure: string | null; redirect: string | null; paidAt: string | null; expiresAt: string; createdAt: string; updatedAt: string }

export type Product = { id: string; slug: string; title: string; summary: string | null; kind: 'physical' | 'digital' | 'service'; condition: 'new' | 'refurbished' | 'used'; price: Money; inStock: boolean; published: boolean; category: string | null; brand: string | null; images: { url: string; alt: string; width: number | null; height: number | null }[]; variants: Variant[]; createdAt: string; updatedAt: string }

export type StockLevel = { id: string; sku: string | null; variant: string | null; location: string | null; onHand: number; reserved: number; available: number; createdAt: string; updatedAt: string }

export type TaxRow = { name: string; kind: 'rated' | 'zero' | 'exempt'; rateBp: number; net: Money; tax: Money; gross: Money }

export type Variant = { id: string; sku: string; title: string | null; barcode: string | null; price: Money; inStock: boolean }

/** What each operation takes and answers. */
export type Operations = {
  /** Say whom the caller acts for, and what its key is let into */
  'GET /me': { given: object; answer: { data: Me } }
  /** List products */
  'GET /products': { given: { query?: { slug?: string; category?: string; brand?: string; kind?: string; condition?: string; inStock?: 'true' | 'false'; search?: string; updatedSince?: string; sort?: 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt' | 'price' | '-price'; limit?: number; after?: string; locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { data: Product[]; next: string | null } }
  /** Show one product */
  'GET /products/:id': { given: { params: { id: string }; query?: { locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { data: Product } }
  /** List categories */
  'GET /categories': { given: { query?: { slug?: string; parent?: string; updatedSince?: string; sort?: 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt'; limit?: number; after?: string; locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { data: Category[]; next: string | null } }
  /** Show one category */
  'GET /categories/:id': { given: { params: { id: string }; query?: { locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { data: Category } }
  /** List brands */
  'GET /brands': { given: { query?: { slug?: string; updatedSince?: string; sort?: 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt'; limit?: number; after?: string; locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { data: Brand[]; next: string | null } }
  /** Show one brand */
  'GET /brands/:id': { given: { params: { id: string }; query?: { locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { data: Brand } }
  /** List stock */
  'GET /stock': { given: { query?: { variant?: string; location?: string; low?: 'true' | 'false'; updatedSince?: string; sort?: 'updatedAt' | '-updatedAt' | 'createdAt' | '-createdAt' | 'available' | '-available'; limit?: number; after?: string; locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { data: StockLevel[]; next: string | null } }
  /** Show one stock level */
  'GET /stock/:id': { given: { params: { id: string }; query?: { locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { data: StockLevel } }
  /** Say how much was counted; the difference becomes a movement */
  'POST /stock/:id/count': { given: { params: { id: string }; body: { counted: number; reason: string } }; answer: { level: { id: string; onHand: number; reserved: number; available: number } } }
  /** Say how much arrived */
  'POST /stock/:id/receive': { given: { params: { id: string }; body: { quantity: number; reason: string } }; answer: { level: { id: string; onHand: number; reserved: number; available: number } } }
  /** List orders */
  'GET /orders': { given: { query?: { number?: string; status?: string; test?: 'true' | 'false'; updatedSince?: string; createdSince?: string; kind?: 'shop'; sort?: 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt'; limit?: number; after?: string; locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { data: Order[]; next: string | null } }
  /** Make one order */
  'POST /orders': { given: { body: { items: { variant: string; quantity: number }[]; email: string; phone?: string; shipping?: { name: string; line1: string; line2?: string; city: string; region?: string; country: string; phone?: string }; pickup?: string; expectedTotal?: number; kind?: 'shop' } }; answer: { order: { id: string; number: string; status: string; total: number; currency: string }; secret: string } }
  /** Show one order */
  'GET /orders/:id': { given: { params: { id: string }; query?: { locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { data: Order } }
  /** Cancel: awaiting_payment, draft, paid, treasury_confirmed, packed, paid_unfulfillable → canceled */
  'POST /orders/:id/cancel': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Confirm the money: paid → treasury_confirmed */
  'POST /orders/:id/confirm': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Pack: treasury_confirmed → packed */
  'POST /orders/:id/pack': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Ship: packed → shipped */
  'POST /orders/:id/ship': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Hand over: shipped, packed → delivered */
  'POST /orders/:id/deliver': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Close: delivered → closed */
  'POST /orders/:id/close': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Take back: shipped, delivered, closed → returned */
  'POST /orders/:id/return': { given: { params: { id: string }; body: { reason: string } }; answer: { id: string; status: string } }
  /** List payments */
  'GET /payments': { given: { query?: { reference?: string; status?: string; provider?: string; test?: 'true' | 'false'; updatedSince?: string; createdSince?: string; sort?: 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt'; limit?: number; after?: string; locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { data: Payment[]; next: string | null } }
  /** Make one payment */
  'POST /payments': { given: { body: { subject: { relationTo: string; value: string }; secret?: string; provider: string; phone?: string; operator?: string; returnUrl?: string } }; answer: { payment: { id: string; reference: string; status: string; expiresAt: string; redirect?: string } } }
  /** Show one payment */
  'GET /payments/:id': { given: { params: { id: string }; query?: { locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { data: Payment } }
  /** Cancel: created, pending → canceled */
  'POST /payments/:id/cancel': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Take the cash: created, pending → succeeded */
  'POST /payments/:id/receive': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
}
