import type { CollectionSlug, Endpoint } from 'payload'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { fail } from '../errors.ts'
import { isId } from '../ids.ts'

const step = z.object({ from: z.string().nullable(), to: z.string(), at: z.iso.datetime() })

/** The most steps that are answered: more than the way of any document has. */
const most = 100

/**
 * `GET /api/<collection>/:id/history`: which states a document was in and since when, for whoever may read it.
 * Who made a step and why stays with staff.
 */
export const historyEndpoint = (collection: CollectionSlug): Endpoint =>
  endpoint({
    method: 'get',
    path: '/:id/history',
    summary: 'When it came into which state, the first step first',
    access: ['anyone'],
    lateAccess: true,
    fails: ['UNAUTHENTICATED', 'FORBIDDEN'],
    returns: z.object({ steps: z.array(step) }),
    handler: async (req, { params: { id } }) => {
      if (!isId(id)) return fail('NOT_FOUND')
      await req.payload.findByID({ collection, id, req, overrideAccess: false, depth: 0, select: {} })
      const { docs } = await req.payload.find({
        collection: 'transitions',
        req,
        depth: 0,
        limit: most,
        pagination: false,
        sort: ['createdAt', 'id'],
        where: { and: [{ subject: { equals: collection } }, { document: { equals: id } }] },
        select: { from: true, to: true, createdAt: true },
      })
      return { steps: docs.map(({ from, to, createdAt }) => ({ from: from || null, to, at: createdAt })) }
    },
  })
