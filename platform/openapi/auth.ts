import type { SanitizedConfig } from 'payload'
import type { Route } from '../routes.ts'
import { namesOf } from './documents.ts'
import { failures } from './errors.ts'
import { type Json, ref } from './json.ts'
import { jsonBody, operationId, success, tagOf } from './operation.ts'
import { byAccess, securityOf } from './who.ts'

type Described = {
  summary: string
  body?: Json
  answer: (person: Json) => Json
  fails: string[]
  signedIn?: boolean
  unlock?: boolean
  parameters?: Json[]
}

const text = { type: 'string' }
const email = { ...text, format: 'email', maxLength: 254 }
const password = { ...text, minLength: 1, maxLength: 200 }

const object = (properties: Json, required: string[] = Object.keys(properties)): Json => ({ type: 'object', properties, required })

const message = object({ message: text })

/** What is answered to whoever signs in; browsers get the token as a cookie too. */
const signedIn = (person: Json) =>
  object(
    { message: text, user: person, token: text, exp: { type: 'integer', description: 'When the token ends, in seconds since 1970.' } },
    ['user', 'token'],
  )

/** What Payload answers for people and their accounts, by method and path. */
const operations: Record<string, Described> = {
  'POST /login': {
    summary: 'Sign in',
    body: object({ email, password }),
    answer: signedIn,
    fails: ['VALIDATION', 'INVALID_CREDENTIALS', 'UNVERIFIED', 'LOCKED', 'RATE_LIMITED'],
  },
  'POST /logout': { summary: 'Sign out', answer: () => message, fails: ['BAD_REQUEST'], signedIn: true },
  'GET /me': {
    summary: 'Say who is signed in',
    answer: (person) =>
      object(
        {
          user: { anyOf: [person, { type: 'null' }] },
          collection: text,
          token: text,
          exp: { type: 'integer' },
          strategy: text,
          message: text,
        },
        ['user'],
      ),
    fails: [],
  },
  'POST /refresh-token': {
    summary: 'Stay signed in for longer',
    answer: (person) =>
      object(
        { message: text, refreshedToken: text, exp: { type: 'integer' }, user: person, setCookie: { type: 'boolean' }, strategy: text },
        ['refreshedToken'],
      ),
    fails: ['FORBIDDEN'],
    signedIn: true,
  },
  'POST /forgot-password': {
    summary: 'Have a link mailed that sets a new password; nobody learns whether the address is known',
    body: object({ email }),
    answer: () => message,
    fails: ['VALIDATION', 'RATE_LIMITED'],
  },
  'POST /reset-password': {
    summary: 'Set a new password by the token of such a link',
    body: object({ token: text, password: { ...password, minLength: 10 } }),
    answer: signedIn,
    fails: ['VALIDATION', 'INVALID_TOKEN', 'RATE_LIMITED'],
  },
  'POST /verify/:id': {
    summary: 'Confirm an e-mail address by the token of the mail',
    parameters: [{ name: 'id', in: 'path', required: true, schema: { ...text, minLength: 1 } }],
    answer: () => message,
    fails: ['INVALID_TOKEN'],
  },
  'POST /unlock': {
    summary: 'Unlock an account after too many wrong tries',
    body: object({ email }),
    answer: () => message,
    fails: ['VALIDATION', 'FORBIDDEN', 'NOT_FOUND'],
    unlock: true,
  },
  'GET /init': { summary: 'Say whether there is anybody yet', answer: () => object({ initialized: { type: 'boolean' } }), fails: [] },
}

/** One of Payload's operations on accounts; undefined when it is none. */
export async function authOperation(config: SanitizedConfig, route: Route): Promise<Json | undefined> {
  const collection = config.collections.find(({ slug, auth }) => slug === route.owner.slug && auth)
  const described = operations[`${route.method} ${route.path}`]
  if (!collection || !described) return undefined
  const { summary, body, answer, fails, parameters = [], unlock, signedIn: needed } = described
  return {
    operationId: operationId(route),
    tags: [tagOf(route)],
    summary,
    parameters,
    ...(body && { requestBody: jsonBody(body) }),
    responses: { ...success(200, 'Done.', answer(ref('schemas', namesOf(collection).document))), ...failures(config, fails) },
    security: unlock
      ? await securityOf(config, route, byAccess(collection.access.unlock))
      : needed
        ? [{ session: [] }, { token: [] }]
        : [{}],
  }
}
