import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { PayloadRequest } from 'payload'
import { currentCall, inCall } from '../call.ts'
import { isTransient } from '../database/transient.ts'
import { fail } from '../errors.ts'
import { repeated } from '../transaction.ts'
import { type Count, limitOfField } from './limits.ts'

type Context = { req: PayloadRequest; headers: Record<string, string> }

/**
 * Makes every mutation of the schema a call of its own: each field has its own transaction, so each is repeated by itself when it lost a race,
 * and each try counts against the limits, however many one document holds.
 */
export function retryMutations(schema: GraphQLSchema, count: Count): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = (field.resolve ?? defaultFieldResolver) as GraphQLFieldResolver<unknown, Context>
    field.resolve = async (source, args, context: Context, info) => {
      const limit = limitOfField(info.fieldName)
      const refusal = limit && (await count(limit, { headers: context.req.headers, email: args.email ?? args.data?.email }))
      if (refusal) return fail('RATE_LIMITED', { limit: refusal.limit, retryAfter: refusal.retryAfter })
      const requestId = currentCall()?.requestId
      // Operations change their arguments, and a second try must see what was sent.
      const attempt = async () => {
        try {
          return await resolve(source, structuredClone(args), context, info)
        } catch (error) {
          return isTransient(error) && currentCall()?.committed ? fail('BUSY') : Promise.reject(error)
        }
      }
      return inCall({ requestId, route: `${info.fieldName} ${args.id ?? ''}` }, () => repeated(attempt))
    }
  }
}
