// Generated from the description of the API by `npm run generate`.

type Doc<Documents, Slug extends string> = Documents extends Record<Slug, infer Each> ? Each : Record<string, unknown>

/** What each endpoint beside the versioned API takes and answers. */
export type SiteOperations<Documents> = {
  /** Order what is in the cart; the goods are put aside until it is paid */
  'POST /orders/checkout': { given: { body: { items: { variant: string; quantity: number }[]; email: string; phone?: string; shipping?: { name: string; line1: string; line2?: string; city: string; region?: string; country: string; phone?: string }; pickup?: string; expectedTotal?: number } }; answer: { order: { id: string; number: string; status: string; total: number; currency: string }; secret: string } }
  /** When it came into which state, the first step first */
  'GET /orders/:id/history': { given: { params: { id: string } }; answer: { steps: { from: string | null; to: string; at: string }[] } }
  /** Take the goods again: paid_unfulfillable → paid */
  'POST /orders/:id/resume': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
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
  /** Cancel: awaiting_payment, draft, paid, treasury_confirmed, packed, paid_unfulfillable → canceled */
  'POST /orders/:id/cancel': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Take back: shipped, delivered, closed → returned */
  'POST /orders/:id/return': { given: { params: { id: string }; body: { reason: string } }; answer: { id: string; status: string } }
  /** Make the variants that are missing: one for each combination of the options */
  'POST /products/:id/generate-variants': { given: { params: { id: string } }; answer: { made: number } }
  /** Say how much was counted; the difference becomes a movement */
  'POST /stock-levels/:id/count': { given: { params: { id: string }; body: { counted: number; reason: string } }; answer: { level: { id: string; onHand: number; reserved: number; available: number } } }
  /** Say how much arrived */
  'POST /stock-levels/:id/receive': { given: { params: { id: string }; body: { quantity: number; reason: string } }; answer: { level: { id: string; onHand: number; reserved: number; available: number } } }
  /** Move goods to another location */
  'POST /stock-levels/:id/transfer': { given: { params: { id: string }; body: { to: string; quantity: number; reason: string } }; answer: { level: { id: string; onHand: number; reserved: number; available: number } } }
  /** Take off the stock what can no longer be sold */
  'POST /stock-levels/:id/write-off': { given: { params: { id: string }; body: { quantity: number; reason: string } }; answer: { level: { id: string; onHand: number; reserved: number; available: number } } }
  /** When it came into which state, the first step first */
  'GET /reservations/:id/history': { given: { params: { id: string } }; answer: { steps: { from: string | null; to: string; at: string }[] } }
  /** Take in a message of a payment provider */
  'POST /payments/:provider/webhook': { given: { params: { provider: string } }; answer: { received: true } }
  /** Take in a message of a payment provider at its secret address */
  'POST /payments/:provider/webhook/:secret': { given: { params: { provider: string; secret: string } }; answer: { received: true } }
  /** When it came into which state, the first step first */
  'GET /payments/:id/history': { given: { params: { id: string } }; answer: { steps: { from: string | null; to: string; at: string }[] } }
  /** Cancel: created, pending → canceled */
  'POST /payments/:id/cancel': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Take the cash: created, pending → succeeded */
  'POST /payments/:id/receive': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Money was found: created, pending, failed, expired, canceled → succeeded */
  'POST /payments/:id/resolve': { given: { params: { id: string }; body: { reason: string } }; answer: { id: string; status: string } }
  /** Accept as paid: underpaid → succeeded */
  'POST /payments/:id/accept': { given: { params: { id: string }; body: { reason: string } }; answer: { id: string; status: string } }
  /** Give it back: underpaid → refund_pending */
  'POST /payments/:id/give-back': { given: { params: { id: string }; body: { reason: string } }; answer: { id: string; status: string } }
  /** Refund is done: refund_pending → refunded */
  'POST /payments/:id/finish-refund': { given: { params: { id: string }; body: { reason: string } }; answer: { id: string; status: string } }
  /** Refund did not work: refund_pending → refund_failed */
  'POST /payments/:id/fail-refund': { given: { params: { id: string }; body: { reason: string } }; answer: { id: string; status: string } }
  /** Try the refund again: refund_failed → refund_pending */
  'POST /payments/:id/retry-refund': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Keep it after all: refund_pending, refund_failed → succeeded */
  'POST /payments/:id/keep-money': { given: { params: { id: string }; body: { reason: string } }; answer: { id: string; status: string } }
  /** Excess is returned: succeeded → partially_refunded */
  'POST /payments/:id/return-excess': { given: { params: { id: string }; body: { reason: string } }; answer: { id: string; status: string } }
  /** The payer disputes it: succeeded, partially_refunded → disputed */
  'POST /payments/:id/dispute': { given: { params: { id: string }; body: { reason: string } }; answer: { id: string; status: string } }
  /** Dispute is won: disputed → succeeded */
  'POST /payments/:id/win-dispute': { given: { params: { id: string }; body: { reason: string } }; answer: { id: string; status: string } }
  /** Dispute is lost: disputed → refunded */
  'POST /payments/:id/lose-dispute': { given: { params: { id: string }; body: { reason: string } }; answer: { id: string; status: string } }
  /** Show one’s own cart, the same on every device; null when there is none yet */
  'GET /carts/mine': { given: { query?: { country?: string } }; answer: { cart: { id: string; lines: { variant: string; product: string; title: string; variantTitle: string | null; slug: string; sku: string; kind: 'physical' | 'digital' | 'service'; image: { url: string; alt: string; width?: number; height?: number } | null; quantity: number; unitPrice: number; total: number; inStock: boolean }[]; count: number; total: number; currency: string; notices: { variant: string; code: 'CAPPED' | 'OUT_OF_STOCK' | 'NOT_FOR_SALE'; quantity: number }[]; sums: { pricesIncludeTax: boolean; delivery: { subtotal: number; shippingTotal: number; shippingTax: number; taxTotal: number; total: number; taxes: { name: string; kind: 'rated' | 'zero' | 'exempt'; rateBp: number; net: number; tax: number; gross: number }[] }; pickup: { subtotal: number; shippingTotal: number; shippingTax: number; taxTotal: number; total: number; taxes: { name: string; kind: 'rated' | 'zero' | 'exempt'; rateBp: number; net: number; tax: number; gross: number }[] } } } | null } }
  /** Say what is in a cart; it holds no more than can be had */
  'PUT /carts/:id/items': { given: { params: { id: string }; body: { items: { variant: string; quantity: number }[] } }; answer: { cart: { id: string; lines: { variant: string; product: string; title: string; variantTitle: string | null; slug: string; sku: string; kind: 'physical' | 'digital' | 'service'; image: { url: string; alt: string; width?: number; height?: number } | null; quantity: number; unitPrice: number; total: number; inStock: boolean }[]; count: number; total: number; currency: string; notices: { variant: string; code: 'CAPPED' | 'OUT_OF_STOCK' | 'NOT_FOR_SALE'; quantity: number }[]; sums: { pricesIncludeTax: boolean; delivery: { subtotal: number; shippingTotal: number; shippingTax: number; taxTotal: number; total: number; taxes: { name: string; kind: 'rated' | 'zero' | 'exempt'; rateBp: number; net: number; tax: number; gross: number }[] }; pickup: { subtotal: number; shippingTotal: number; shippingTax: number; taxTotal: number; total: number; taxes: { name: string; kind: 'rated' | 'zero' | 'exempt'; rateBp: number; net: number; tax: number; gross: number }[] } } } } }
  /** Take a guest’s cart over into one’s own */
  'POST /carts/:id/merge': { given: { params: { id: string } }; answer: { cart: { id: string; lines: { variant: string; product: string; title: string; variantTitle: string | null; slug: string; sku: string; kind: 'physical' | 'digital' | 'service'; image: { url: string; alt: string; width?: number; height?: number } | null; quantity: number; unitPrice: number; total: number; inStock: boolean }[]; count: number; total: number; currency: string; notices: { variant: string; code: 'CAPPED' | 'OUT_OF_STOCK' | 'NOT_FOR_SALE'; quantity: number }[]; sums: { pricesIncludeTax: boolean; delivery: { subtotal: number; shippingTotal: number; shippingTax: number; taxTotal: number; total: number; taxes: { name: string; kind: 'rated' | 'zero' | 'exempt'; rateBp: number; net: number; tax: number; gross: number }[] }; pickup: { subtotal: number; shippingTotal: number; shippingTax: number; taxTotal: number; total: number; taxes: { name: string; kind: 'rated' | 'zero' | 'exempt'; rateBp: number; net: number; tax: number; gross: number }[] } } } } }
  /** Make an empty cart; its secret is answered once */
  'POST /carts': { given: object; answer: { cart: { id: string; lines: { variant: string; product: string; title: string; variantTitle: string | null; slug: string; sku: string; kind: 'physical' | 'digital' | 'service'; image: { url: string; alt: string; width?: number; height?: number } | null; quantity: number; unitPrice: number; total: number; inStock: boolean }[]; count: number; total: number; currency: string; notices: { variant: string; code: 'CAPPED' | 'OUT_OF_STOCK' | 'NOT_FOR_SALE'; quantity: number }[]; sums: { pricesIncludeTax: boolean; delivery: { subtotal: number; shippingTotal: number; shippingTax: number; taxTotal: number; total: number; taxes: { name: string; kind: 'rated' | 'zero' | 'exempt'; rateBp: number; net: number; tax: number; gross: number }[] }; pickup: { subtotal: number; shippingTotal: number; shippingTax: number; taxTotal: number; total: number; taxes: { name: string; kind: 'rated' | 'zero' | 'exempt'; rateBp: number; net: number; tax: number; gross: number }[] } } }; secret: string } }
  /** Show a cart with today’s prices */
  'GET /carts/:id': { given: { params: { id: string }; query?: { country?: string } }; answer: { cart: { id: string; lines: { variant: string; product: string; title: string; variantTitle: string | null; slug: string; sku: string; kind: 'physical' | 'digital' | 'service'; image: { url: string; alt: string; width?: number; height?: number } | null; quantity: number; unitPrice: number; total: number; inStock: boolean }[]; count: number; total: number; currency: string; notices: { variant: string; code: 'CAPPED' | 'OUT_OF_STOCK' | 'NOT_FOR_SALE'; quantity: number }[]; sums: { pricesIncludeTax: boolean; delivery: { subtotal: number; shippingTotal: number; shippingTax: number; taxTotal: number; total: number; taxes: { name: string; kind: 'rated' | 'zero' | 'exempt'; rateBp: number; net: number; tax: number; gross: number }[] }; pickup: { subtotal: number; shippingTotal: number; shippingTax: number; taxTotal: number; total: number; taxes: { name: string; kind: 'rated' | 'zero' | 'exempt'; rateBp: number; net: number; tax: number; gross: number }[] } } } } }
  /** Read the draft that a preview shows */
  'GET /pages/preview/:token': { given: { params: { token: string } }; answer: Record<string, unknown> }
  /** Read the draft that a preview shows */
  'GET /posts/preview/:token': { given: { params: { token: string } }; answer: Record<string, unknown> }
  /** Get a ticket for the contact form */
  'GET /contact-messages/ticket': { given: object; answer: { ticket: string } }
  /** Write to the house */
  'POST /contact-messages/send': { given: { body: { name: string; email: string; phone?: string; subject?: string; message: string; ticket: string; website?: string } }; answer: { received: true } }
  /** When it came into which state, the first step first */
  'GET /contact-messages/:id/history': { given: { params: { id: string } }; answer: { steps: { from: string | null; to: string; at: string }[] } }
  /** Answered: new → answered */
  'POST /contact-messages/:id/answer': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Open again: answered → new */
  'POST /contact-messages/:id/reopen': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Spam: new → spam */
  'POST /contact-messages/:id/mark-spam': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Not spam: spam → new */
  'POST /contact-messages/:id/not-spam': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Where a person is signed in */
  'GET /users/:id/sessions': { given: { params: { id: string } }; answer: { sessions: { id: string; browser: string | null; system: string | null; createdAt: string | null; lastSeenAt: string | null; expiresAt: string; current: boolean }[] } }
  /** Sign a person out in one place */
  'POST /users/:id/sessions/:session/end': { given: { params: { id: string; session: string } }; answer: { ended: number } }
  /** Sign a person out everywhere but here */
  'POST /users/:id/end-sessions': { given: { params: { id: string } }; answer: { ended: number } }
  /** Have a link mailed that sets a new password; nobody learns whether the address is known */
  'POST /users/forgot-password': { given: { body: { email: string } }; answer: { message: string } }
  /** Say whether there is anybody yet */
  'GET /users/init': { given: object; answer: { initialized: boolean } }
  /** Sign in */
  'POST /users/login': { given: { body: { email: string; password: string } }; answer: { message?: string; user: Doc<Documents, 'users'>; token: string; exp?: number } }
  /** Sign out */
  'POST /users/logout': { given: object; answer: { message: string } }
  /** Say who is signed in */
  'GET /users/me': { given: object; answer: { user: Doc<Documents, 'users'> | null; collection?: string; token?: string; exp?: number; strategy?: string; message?: string } }
  /** Stay signed in for longer */
  'POST /users/refresh-token': { given: object; answer: { message?: string; refreshedToken: string; exp?: number; user?: Doc<Documents, 'users'>; setCookie?: boolean; strategy?: string } }
  /** Set a new password by the token of such a link */
  'POST /users/reset-password': { given: { body: { token: string; password: string } }; answer: { message?: string; user: Doc<Documents, 'users'>; token: string; exp?: number } }
  /** Unlock an account after too many wrong tries */
  'POST /users/unlock': { given: { body: { email: string } }; answer: { message: string } }
  /** Confirm an e-mail address by the token of the mail */
  'POST /users/verify/:id': { given: { params: { id: string } }; answer: { message: string } }
  /** What one was told, newest first, in words */
  'GET /notifications/inbox': { given: { query?: { page?: number; limit?: number; unread?: 'true' | 'false'; locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { notifications: { id: string; kind: string; title: string; text: string; path: string; readAt: string | null; createdAt: string }[]; unread: number; total: number; pages: number } }
  /** How much one was told and has not read */
  'GET /notifications/unread': { given: object; answer: { count: number } }
  /** Mark all as read */
  'POST /notifications/read-all': { given: object; answer: { unread: number } }
  /** Mark one as read; answers where it leads */
  'POST /notifications/:id/read': { given: { params: { id: string }; query?: { locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { id: string; path: string | null; unread: number } }
  /** How one is told of what */
  'GET /notifications/preferences': { given: { query?: { locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { kinds: { kind: string; label: string; channels: Record<string, boolean> }[] } }
  /** Choose how one is told of a kind of thing */
  'PUT /notifications/preferences': { given: { body: { kind: string; channels: { inApp?: boolean; mail?: boolean; digest?: boolean; push?: boolean } } }; answer: { kinds: { kind: string; label: string; channels: Record<string, boolean> }[] } }
  /** The key that browsers subscribe to */
  'GET /push-subscriptions/key': { given: object; answer: { publicKey: string } }
  /** Be told through this browser also when no page is open */
  'POST /push-subscriptions/subscribe': { given: { body: { endpoint: string; keys: { p256dh: string; auth: string } } }; answer: { id: string } }
  /** Be told through this browser no more */
  'POST /push-subscriptions/unsubscribe': { given: { body: { endpoint: string } }; answer: { done: true } }
  /** Whether one is told through this browser */
  'POST /push-subscriptions/known': { given: { body: { endpoint: string } }; answer: { subscribed: boolean } }
  /** Show what a key did: calls, failures, bytes and time, by day and by address */
  'GET /api-keys/:id/usage': { given: { params: { id: string }; query?: { from?: string; to?: string } }; answer: { from: string; to: string; total: { calls: number; failures: number; bytes: number; p95: number }; days: { day: string; calls: number; failures: number; bytes: number; p95: number }[]; routes: { route: string; calls: number; failures: number; bytes: number; p95: number }[] } }
  /** When it came into which state, the first step first */
  'GET /api-keys/:id/history': { given: { params: { id: string } }; answer: { steps: { from: string | null; to: string; at: string }[] } }
  /** Revoke: active → revoked */
  'POST /api-keys/:id/revoke': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Make an API key; its secret is answered once */
  'POST /api-keys': { given: { body: { name: string; scopes: ('account:read' | 'account:write' | 'content:read' | 'content:write' | 'files:read' | 'files:write' | 'messages:read' | 'messages:write' | 'system:read' | 'system:write' | 'tax:read' | 'tax:write' | 'catalogue:read' | 'catalogue:write' | 'stock:read' | 'stock:write' | 'orders:read' | 'orders:write' | 'payments:read' | 'payments:write' | 'notifications:read' | 'notifications:write' | 'webhooks:read' | 'webhooks:write')[]; expiresAt?: string } }; answer: { key: { id: string; name: string; prefix: string; scopes: string[]; status: 'active' | 'revoked'; expiresAt: string | null; createdAt: string }; secret: string } }
  /** Get a link that opens a private file for ten minutes */
  'POST /files/:id/link': { given: { params: { id: string } }; answer: { url: string; expiresAt: string } }
  /** When it came into which state, the first step first */
  'GET /outbox/:id/history': { given: { params: { id: string } }; answer: { steps: { from: string | null; to: string; at: string }[] } }
  /** Try again: dead → pending */
  'POST /outbox/:id/retry': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Try again, for many: dead → pending */
  'POST /outbox/retry': { given: { body: { ids?: string[]; where?: Record<string, unknown>; reason?: string } }; answer: { done: number; refused: { id: string; code: string }[]; left: number } }
  /** When it came into which state, the first step first */
  'GET /mails/:id/history': { given: { params: { id: string } }; answer: { steps: { from: string | null; to: string; at: string }[] } }
  /** Try again: failed → waiting */
  'POST /mails/:id/retry': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Try again, for many: failed → waiting */
  'POST /mails/retry': { given: { body: { ids?: string[]; where?: Record<string, unknown>; reason?: string } }; answer: { done: number; refused: { id: string; code: string }[]; left: number } }
  /** Run a job now, as the schedule would; answers when it has ended */
  'POST /jobs/:id/run': { given: { params: { id: string } }; answer: { name: string; done: number } }
  /** Replace the secret that signs; the new one is answered once */
  'POST /webhooks/:id/secret': { given: { params: { id: string } }; answer: { secret: string } }
  /** When it came into which state, the first step first */
  'GET /webhooks/:id/history': { given: { params: { id: string } }; answer: { steps: { from: string | null; to: string; at: string }[] } }
  /** Pause: active → paused */
  'POST /webhooks/:id/pause': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Resume: paused → active */
  'POST /webhooks/:id/resume': { given: { params: { id: string }; body?: { reason?: string } }; answer: { id: string; status: string } }
  /** Send something to a webhook again */
  'POST /webhook-deliveries/:id/resend': { given: { params: { id: string } }; answer: { message: string } }
  /** Find products, pages, posts and answers by their words */
  'GET /search': { given: { query?: { q: string; kind?: string; category?: string; page?: number; limit?: number; locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { hits: { kind: string; doc: { id: string } }[]; total: number; page: number; pages: number; kinds: Record<string, number>; facets: Record<string, Record<string, number>> } }
  /** List the documents of one kind that are found by their words, narrowed and sorted; without a sort the best come first */
  'GET /search/rows': { given: { query?: { q: string; kind: string; where?: string; sort?: string; page?: number; limit?: number; locale?: 'en' | 'sw' | 'sn' | 'nd' } }; answer: { docs: Record<string, unknown>[]; totalDocs: number; totalPages: number; page: number } }
  /** Show the taxes that hold now where something goes to */
  'GET /tax': { given: { query?: { country?: string } }; answer: { zone: string; name: string; pricesIncludeTax: boolean; classes: { id: string; name: string; kind: 'rated' | 'zero' | 'exempt'; rateBp: number; default: boolean }[] } }
  /** List the ways to pay */
  'GET /payment-providers': { given: object; answer: { providers: { name: string; label: string; currencies: string[]; needsPhone: boolean; operators?: string[]; manual: boolean; simulated: boolean }[] } }
  /** Begin to pay for an order */
  'POST /initiate-payment': { given: { body: { subject: { relationTo: string; value: string }; secret?: string; provider: string; phone?: string; operator?: string; returnUrl?: string } }; answer: { payment: { id: string; reference: string; status: string; expiresAt: string; redirect?: string } } }
  /** Take in a message of AzamPay */
  'POST /azam-callback': { given: object; answer: { received: true } }
  /** Take in a message of AzamPay at its secret address */
  'POST /azam-callback/:secret': { given: { params: { secret: string } }; answer: { received: true } }
  /** List payments with their payers and sums */
  'GET /transaction-log': { given: { query?: { status?: string; provider?: string; test?: 'true' | 'false' | 'any'; from?: string | string; to?: string | string; search?: string; page?: number; limit?: number } }; answer: { docs: { id: string; reference: string; createdAt: string; paidAt: string | null; status: string; test: boolean; title: string; subject: { relationTo: string; value: string }; amount: number; received: number | null; excess: number | null; currency: string; provider: string; providerReference: string | null; phone: string | null; operator: string | null; payer: { id: string; name: string | null; email: string } | null; failure: string | null }[]; totalDocs: number; totalPages: number; page: number; limit: number; hasNextPage: boolean; hasPrevPage: boolean; totals: { currency: string; status: string; test: boolean; count: number; amount: number; received: number }[] } }
  /** List missing, too long and doubled titles and descriptions */
  'GET /search-findings': { given: object; answer: { findings: { collection: string; id: string; locale: string; path: string; fault: 'title-missing' | 'title-long' | 'title-doubled' | 'description-missing' | 'description-long'; text: string; others?: string[] }[]; total: number } }
}
