import type { Access, PayloadRequest, SanitizedConfig } from 'payload'
import { type Grant, granted } from '../access.ts'
import { scopesFor } from '../keys/scopes.ts'
import { roleNames } from '../roles.ts'
import type { Route } from '../routes.ts'
import type { Json } from './json.ts'

type Caller = { role?: string; header?: string }

/** The ways in which somebody can be somebody, besides signing in. */
export const secrets = { orderSecret: 'X-Order-Secret', cartSecret: 'X-Cart-Secret' } as const

const requestOf = ({ role, header }: Caller) =>
  ({
    user: role ? { id: 'somebody', collection: 'users', roles: [role] } : null,
    headers: new Headers(header ? { [header]: 's' } : {}),
    context: {},
    query: {},
  }) as unknown as PayloadRequest

/** Asks a rule for a caller; true and conditions both mean: perhaps. */
type Ask = (caller: Caller) => Promise<unknown>

/** Asks the access of a collection or global. */
export const byAccess =
  (access: unknown): Ask =>
  async (caller) => {
    try {
      return (await (access as Access)({ req: requestOf(caller), data: {} } as never)) || false
    } catch {
      // It looks at more than who calls.
      return true
    }
  }

/** Asks a list of grants. */
export const byGrants =
  (grants: readonly Grant[]): Ask =>
  async (caller) =>
    granted(requestOf(caller), grants)

/** By what a caller may prove who it is, for one route: `{}` is nobody at all; none: nobody may. */
export async function securityOf(config: SanitizedConfig, route: Route, ask: Ask): Promise<Json[]> {
  const asGuest = await ask({})
  const asPerson = (await Promise.all(roleNames.map((role) => ask({ role })))).some((answer) => answer !== false)
  const scopes = scopesFor(config, route)
  const withSecret = await Promise.all(
    Object.entries(secrets).map(async ([name, header]) =>
      asGuest !== true && (await ask({ header })) !== asGuest && (await ask({ header })) !== false ? [{ [name]: [] }] : [],
    ),
  )
  return [
    ...(asGuest !== false ? [{}] : []),
    ...(asPerson
      ? [
          { session: [] },
          { token: [] },
          ...scopes.slice(0, route.definition?.scope === 'any' ? 0 : undefined).map((scope) => ({ key: [scope] })),
        ]
      : []),
    ...(asPerson && route.definition?.scope === 'any' ? [{ key: [] }] : []),
    ...withSecret.flat(),
  ]
}

/** The security schemes that `securityOf` names. */
export const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'payload-token',
    description: 'The cookie that signing in sets. Browsers send it from pages of the site only.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The `token` that signing in answers; `Authorization: JWT …` is understood too.',
  },
  key: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'vior_…',
    description: 'An API key. It does what its owner may do, within its scopes; those named do.',
  },
  orderSecret: {
    type: 'apiKey',
    in: 'header',
    name: secrets.orderSecret,
    description: 'The secret that the checkout answered: opens that one order and its payments to whoever holds it.',
  },
  cartSecret: { type: 'apiKey', in: 'header', name: secrets.cartSecret, description: 'The secret of a cart.' },
}
