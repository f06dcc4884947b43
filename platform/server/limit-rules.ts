/** So many tries in so much time, counted by whom. */
export type Rule = { by: 'address' | 'caller' | 'email' | 'key'; points: number; seconds: number }

/** How often something may be tried. A whole village can share one address, so the tight limits count by account. */
export const rules = {
  signIn: [
    { by: 'address', points: 30, seconds: 300 },
    { by: 'email', points: 10, seconds: 300 },
  ],
  signUp: [{ by: 'caller', points: 20, seconds: 3600 }],
  password: [
    { by: 'address', points: 20, seconds: 3600 },
    { by: 'email', points: 5, seconds: 3600 },
  ],
  /** Carts are rows that guests make. */
  cart: [{ by: 'caller', points: 120, seconds: 600 }],
  checkout: [{ by: 'caller', points: 30, seconds: 600 }],
  payment: [{ by: 'caller', points: 30, seconds: 600 }],
  contact: [{ by: 'caller', points: 10, seconds: 600 }],
  /** Lists that are taken away as files. */
  export: [{ by: 'caller', points: 60, seconds: 600 }],
  /** Everything that one API key does. */
  key: [{ by: 'key', points: 600, seconds: 60 }],
} as const satisfies Record<string, readonly Rule[]>

/** The name of a limit. */
export type Limit = keyof typeof rules

const limitOfRoute: Record<string, Limit> = {
  'POST /api/users/login': 'signIn',
  'POST /api/users': 'signUp',
  'POST /api/users/forgot-password': 'password',
  'POST /api/users/reset-password': 'password',
  'POST /api/users/unlock': 'password',
  'POST /api/carts': 'cart',
  'POST /api/orders/checkout': 'checkout',
  'POST /api/initiate-payment': 'payment',
  'POST /api/v1/orders': 'checkout',
  'POST /api/v1/payments': 'payment',
  'POST /api/contact-messages/send': 'contact',
}

const limitOfMutation: Record<string, Limit> = {
  loginUser: 'signIn',
  createUser: 'signUp',
  forgotPasswordUser: 'password',
  resetPasswordUser: 'password',
  unlockUser: 'password',
}

const exported = /^\/api\/[\w-]+\/export$/

/** The limit on a route; endpoints are matched regardless of case and trailing slashes. */
export const limitOf = ({ method, url }: Pick<Request, 'method' | 'url'>): Limit | undefined => {
  const path = new URL(url).pathname.toLowerCase().replace(/\/+$/, '')
  // A question can also be posted.
  return exported.test(path) ? 'export' : limitOfRoute[`${method} ${path}`]
}

/** The limit on a GraphQL mutation. */
export const limitOfField = (name: string): Limit | undefined => limitOfMutation[name]
