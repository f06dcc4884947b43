import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { type CollectionSlug, createLocalReq, type Payload } from 'payload'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Server, type Socket } from 'socket.io'
import { z } from 'zod'
import type { Environment } from '../environment.ts'
import { shared } from '../instance.ts'
import { keyOf } from '../keys/key.ts'
import { claimsOf, tokenIn } from '../sessions/token.ts'
import { ownHosts } from './guard.ts'
import { sameOrigin } from './origin.ts'
import { socketAdapter } from './socket-adapter.ts'
import type { Bus } from './socket-bus.ts'
import { guardConnections, socketLimits } from './socket-guard.ts'

/** How many documents one connection may watch. */
const maxRooms = 100

const watched = z.strictObject({ collection: z.string().max(64), id: z.string().max(64), secret: z.string().max(200).optional() })

type Watched = z.infer<typeof watched>

/** How a request to watch a document ended. */
export type Joined = { ok: true } | { ok: false; code: 'BAD_REQUEST' | 'NOT_FOUND' | 'TOO_MANY' | 'RATE_LIMITED' | 'UNAVAILABLE' }

type Reply = (answer: Joined) => void

/** The room of all connections that stand on the same session, person or key; no document has a room of such a name. */
const standingRoom = (kind: 'session' | 'person' | 'key', id: string) => `~${kind}:${id}`

/** What the token of a connection claims; it gets nothing by it but to be closed with it. */
function claimsBehind({ handshake }: Socket): ReturnType<typeof claimsOf> {
  const given: unknown = handshake.auth.token
  const token = tokenIn(handshake.headers) ?? (typeof given === 'string' ? given : undefined)
  return token ? claimsOf(token) : {}
}

/** Longer no timer waits. */
const longest = 2 ** 31 - 1

const roomOf = ({ collection, id }: Pick<Watched, 'collection' | 'id'>) => `${collection}:${id}`

/** The headers of the handshake as REST would have seen them. */
function headersOf({ handshake }: Socket, publicUrl: string, secret?: string): Headers {
  const { cookie, authorization } = handshake.headers
  const token: unknown = handshake.auth.token
  const headers = new Headers({ origin: new URL(publicUrl).origin })
  if (cookie) headers.set('cookie', cookie)
  if (authorization) headers.set('authorization', authorization)
  else if (typeof token === 'string' && /^[\w.-]+$/.test(token)) headers.set('authorization', `JWT ${token}`)
  if (secret && /^[\x21-\x7e]+$/.test(secret)) headers.set('x-order-secret', secret)
  return headers
}

/** The rooms of those by whom the caller may read the document now; undefined when it may not. Asked of Payload itself, with the caller's own sign-in or secret. */
async function readingBy(payload: Payload, headers: Headers, { collection, id }: Watched): Promise<string[] | undefined> {
  if (!Object.hasOwn(payload.collections, collection)) return undefined
  const { user } = await payload.auth({ headers })
  const req = await createLocalReq({ user: user ?? undefined, req: { headers } }, payload)
  const slug = collection as CollectionSlug
  try {
    const found = await payload.findByID({ collection: slug, id, req, overrideAccess: false, depth: 0, select: {}, disableErrors: true })
    const key = keyOf(req)
    return found ? [...(user ? [standingRoom('person', String(user.id))] : []), ...(key ? [standingRoom('key', key.id)] : [])] : undefined
  } catch {
    return undefined
  }
}

/**
 * Live hints on `/socket.io`: a client joins the room of a document that it may read and hears `changed` when it should fetch it again.
 * Nothing of the document itself is sent. Over the bus several processes share rooms; because only websockets are taken, which stay with one
 * process, nobody in front has to send a visitor to the same process again.
 */
export function sockets(
  server: HttpServer,
  payload: Payload,
  environment: Pick<Environment, 'publicUrl' | 'allowedHosts' | 'mode'>,
  bus?: Bus,
): Server {
  const { publicUrl } = environment
  const isOurs = ownHosts(environment)
  const io = new Server(server, {
    path: '/socket.io',
    serveClient: false,
    transports: ['websocket'],
    perMessageDeflate: false,
    maxHttpBufferSize: 16 * 1024,
    connectTimeout: 20_000,
    allowRequest: (request: IncomingMessage, decide) =>
      decide(
        null,
        isOurs(request) && sameOrigin(request.headers, publicUrl) !== false && io.engine.clientsCount < socketLimits.connections,
      ),
    ...(bus && { adapter: socketAdapter(bus) as never }),
  })
  const guard = guardConnections(io, payload.logger)
  server.once('close', guard.stop)
  const tries = new RateLimiterMemory({ points: 3 * maxRooms, duration: 60 })

  const join = async (socket: Socket, message: unknown): Promise<Joined> => {
    const { data } = watched.safeParse(message)
    if (!data) return { ok: false, code: 'BAD_REQUEST' }
    if (socket.rooms.has(roomOf(data))) return { ok: true }
    // Every socket is in a room of its own, too.
    if ([...socket.rooms].filter((room) => room !== socket.id && !room.startsWith('~')).length >= maxRooms)
      return { ok: false, code: 'TOO_MANY' }
    if (!(await tries.consume(socket.id).catch(() => undefined))) return { ok: false, code: 'RATE_LIMITED' }
    const standing = await readingBy(payload, headersOf(socket, publicUrl, data.secret), data)
    if (!standing) return { ok: false, code: 'NOT_FOUND' }
    await socket.join([roomOf(data), ...standing])
    return { ok: true }
  }

  io.on('connection', (socket) => {
    const { session, ends } = claimsBehind(socket)
    if (session) void socket.join(standingRoom('session', session))
    // One that has ended already lets nobody in anywhere, so there is nothing to close.
    const left = ends === undefined ? 0 : ends * 1000 - Date.now()
    if (left > 0) {
      const end = setTimeout(() => socket.disconnect(true), Math.min(longest, left)).unref()
      socket.once('disconnect', () => clearTimeout(end))
    }
    socket.on('join', (message: unknown, reply?: Reply) => {
      const answer = typeof reply === 'function' ? reply : () => undefined
      join(socket, message).then(answer, (error) => {
        payload.logger.error({ err: error }, 'A socket could not join.')
        answer({ ok: false, code: 'UNAVAILABLE' })
      })
    })
    socket.on('leave', async (message: unknown, reply?: Reply) => {
      const { data } = watched.safeParse(message)
      if (data) await socket.leave(roomOf(data))
      if (typeof reply === 'function') reply(data ? { ok: true } : { ok: false, code: 'BAD_REQUEST' })
    })
  })

  shared(payload).closeSockets = (kind, ids) => {
    if (ids.length > 0) io.in(ids.map((id) => standingRoom(kind, id))).disconnectSockets(true)
  }
  shared(payload).hint = (collection, id) => void io.to(roomOf({ collection, id })).emit('changed', { collection, id })
  return io
}
