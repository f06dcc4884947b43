import { configToSchema } from '@payloadcms/graphql'
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  GraphQLInputObjectType,
  type GraphQLSchema,
  getNullableType,
} from 'graphql'
import { formatNames, type Payload, type PayloadRequest } from 'payload'
import { currentCall, inCall } from '../call.ts'
import { isTransient } from '../database/transient.ts'
import { fail } from '../errors.ts'
import { fail as failKey } from '../keys/errors.ts'
import { keyOf } from '../keys/key.ts'
import { repeated } from '../transaction.ts'
import { wrongNumbers } from './input.ts'
import { limitOfField } from './limit-rules.ts'
import { type Count, type Standing, tighter } from './limits.ts'

/** What the fields of one document share: the request, the headers of the answer, and how the tightest of their limits stands. */
export type Context = { req: PayloadRequest; headers: Record<string, string>; standing?: Standing }

type Resolver = GraphQLFieldResolver<unknown, Context>

/** The schema of the configuration with its own rules. */
export type Built = ReturnType<typeof configToSchema>

const wrap = (fields: Record<string, GraphQLField<unknown, Context>> | undefined, wrapped: (resolve: Resolver) => Resolver) => {
  for (const field of Object.values(fields ?? {})) field.resolve = wrapped(field.resolve ?? defaultFieldResolver)
}

const soundNumbers =
  (resolve: Resolver): Resolver =>
  (source, args, context, info) => {
    const errors = wrongNumbers((name) => (args[name] === undefined || args[name] === null ? [] : [String(args[name])]))
    return errors.length > 0 ? fail('VALIDATION', { errors }) : resolve(source, args, context, info)
  }

const counted =
  (count: Count) =>
  (resolve: Resolver): Resolver =>
  async (source, args, context, info) => {
    const limit = limitOfField(info.fieldName)
    const standing = limit && (await count(limit, { headers: context.req.headers, email: args.email ?? args.data?.email }))
    if (standing) context.standing = standing.refused ? standing : tighter(context.standing, standing)
    return standing?.refused ? fail('RATE_LIMITED', { limit, retryAfter: standing.reset }) : resolve(source, args, context, info)
  }

/** Signing in and what belongs to it, and what the admin keeps for itself: not for API keys. All other fields ask the access of their collection, which knows scopes. */
export const forPeople = /^(me|initialized|login|logout|refreshToken|forgotPassword|resetPassword|verifyEmail|unlock)[A-Z]|Payload/

const withoutKey =
  (resolve: Resolver): Resolver =>
  (source, args, context, info) =>
    keyOf(context.req) ? failKey('SCOPE_MISSING', { scopes: [] }) : resolve(source, args, context, info)

const retried =
  (resolve: Resolver): Resolver =>
  (source, args, context, info) => {
    const attempt = async () => {
      // Payload's loader of related documents leaves the transaction of the field before on the request that all fields share.
      delete context.req.transactionID
      try {
        // Operations change their arguments, and a second try must see what was sent.
        return await resolve(source, structuredClone(args), context, info)
      } catch (error) {
        return isTransient(error) && currentCall()?.committed ? fail('BUSY') : Promise.reject(error)
      }
    }
    return inCall({ requestId: currentCall()?.requestId, route: `${info.fieldName} ${args.id ?? ''}` }, () => repeated(attempt))
  }

/** Takes out what the admin asks of its own API and Payload answers in a shape that its GraphQL does not know: what somebody may do. */
function dropAccess(fields: Record<string, GraphQLField<unknown, Context>> = {}): void {
  for (const name of Object.keys(fields)) if (/^(Access$|docAccess)/.test(name)) delete fields[name]
}

/** Lets a creation leave out what has a default, as over REST; Payload asks for every required field. */
function allowDefaults(schema: GraphQLSchema, payload: Payload): void {
  for (const { slug, flattenedFields } of payload.config.collections) {
    const creation = schema.getMutationType()?.getFields()[`create${formatNames(slug).singular}`]
    const input = creation && getNullableType(creation.args.find(({ name }) => name === 'data')?.type)
    if (!(input instanceof GraphQLInputObjectType)) continue
    for (const field of flattenedFields) {
      const sent = input.getFields()[field.name]
      if (sent && 'defaultValue' in field && field.defaultValue !== undefined) sent.type = getNullableType(sent.type)
    }
  }
}

/**
 * Makes the schema. Every mutation is a call of its own: each field has its own transaction, so each is repeated by itself when it lost a race,
 * and each try counts against the limits, however many one document holds.
 */
export function buildSchema(payload: Payload, count: Count): Built {
  const built = configToSchema(payload.config)
  const schema = built.schema as GraphQLSchema
  allowDefaults(schema, payload)
  dropAccess(schema.getQueryType()?.getFields())
  wrap(schema.getQueryType()?.getFields(), soundNumbers)
  wrap(schema.getMutationType()?.getFields(), retried)
  wrap(schema.getMutationType()?.getFields(), counted(count))
  for (const type of [schema.getQueryType(), schema.getMutationType()])
    wrap(Object.fromEntries(Object.entries(type?.getFields() ?? {}).filter(([name]) => forPeople.test(name))), withoutKey)
  return built
}
