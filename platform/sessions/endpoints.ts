import { z } from 'zod'
import { demand, own } from '../access.ts'
import { endpoint } from '../endpoint.ts'
import { fail } from '../errors.ts'
import { isId } from '../ids.ts'
import { currentSession, endSessions, listSessions } from './sessions.ts'

const grants = [own('id')] as const

const session = z.object({
  id: z.string(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  createdAt: z.string().nullable(),
  lastSeenAt: z.string().nullable().meta({ description: 'To a quarter of an hour.' }),
  expiresAt: z.string(),
  current: z.boolean().meta({ description: 'Whether this very request was made in it.' }),
})

const personOf = ({ id }: Record<string, string>): string => (isId(id) ? id : fail('NOT_FOUND'))

// A key could otherwise end the sessions of whoever lent it.
const forPeople = { access: grants, lateAccess: true, scope: null } as const

/** `GET /api/users/:id/sessions` */
export const listEndpoint = endpoint({
  ...forPeople,
  method: 'get',
  path: '/:id/sessions',
  summary: 'Where a person is signed in',
  returns: z.object({ sessions: z.array(session) }),
  handler: async (req, { params }) => {
    const id = personOf(params)
    await demand(req, grants, { collection: 'users', id })
    return { sessions: await listSessions(req, id) }
  },
})

/** `POST /api/users/:id/sessions/:session/end` */
export const endOneEndpoint = endpoint({
  ...forPeople,
  method: 'post',
  path: '/:id/sessions/:session/end',
  summary: 'Sign a person out in one place',
  returns: z.object({ ended: z.int() }),
  handler: async (req, { params }) => {
    const id = personOf(params)
    await demand(req, grants, { collection: 'users', id })
    const ended = await endSessions(req, id, (each) => each === params.session)
    return ended.length > 0 ? { ended: ended.length } : fail('NOT_FOUND')
  },
})

/** `POST /api/users/:id/end-sessions` */
export const endOthersEndpoint = endpoint({
  ...forPeople,
  method: 'post',
  path: '/:id/end-sessions',
  summary: 'Sign a person out everywhere but here',
  button: 'Sign out everywhere',
  returns: z.object({ ended: z.int() }),
  handler: async (req, { params }) => {
    const id = personOf(params)
    await demand(req, grants, { collection: 'users', id })
    const here = currentSession(req)
    return { ended: (await endSessions(req, id, (each) => each !== here)).length }
  },
})
