import type { Endpoint, PayloadRequest } from 'payload'
import { demand } from '../access.ts'
import { api } from '../api.ts'
import { currentCall } from '../call.ts'
import { jsonBody } from '../endpoint.ts'
import { environment } from '../environment.ts'
import { fail } from '../errors.ts'
import { staffRoles } from '../roles.ts'
import { answered, type Message, messageIn, refused } from './rpc.ts'
import { type Asked, toolsFor } from './tools.ts'

/** The versions of the protocol that are spoken, the newest first. */
const versions = ['2025-06-18', '2025-03-26', '2024-11-05'] as const

const server = { name: 'vior-platform', title: 'Vior platform', version: '1' }

// What says who asks; nothing else of the request concerns the one it stands for.
const passedOn = ['authorization', 'cookie', 'origin', 'x-client-ip', 'accept-language']

/** Asks the API as the caller, so that a tool can do nothing that the API would refuse. */
async function ask(req: PayloadRequest, { method, path, body }: Asked): Promise<{ ok: boolean; answer: unknown }> {
  const headers = new Headers({ accept: 'application/json' })
  for (const name of passedOn) {
    const value = req.headers.get(name)
    if (value) headers.set(name, value)
  }
  headers.set('x-request-id', currentCall()?.requestId ?? '')
  if (body) headers.set('content-type', 'application/json')
  const url = `${environment.publicUrl}/api${path}`
  const response = await api(req.payload, new Request(url, { method, headers, ...(body && { body: JSON.stringify(body) }) }))
  return { ok: response.ok, answer: await response.json() }
}

type Method = (req: PayloadRequest, message: Message) => Promise<Response>

const methods: Record<string, Method> = {
  initialize: async (_req, { id, params }) =>
    answered(id, {
      protocolVersion: versions.find((version) => version === params.protocolVersion) ?? versions[0],
      capabilities: { tools: { listChanged: false } },
      serverInfo: server,
      instructions: 'Tools show what you may see. Changing something needs an API key whose scopes allow it.',
    }),
  ping: async (_req, { id }) => answered(id, {}),
  'tools/list': async (req, { id }) => answered(id, { tools: (await toolsFor(req)).map(({ asks: _, ...shown }) => shown) }),
  'tools/call': async (req, { id, params }) => {
    const { name, arguments: given = {} } = params as { name?: unknown; arguments?: Record<string, unknown> }
    const tool = (await toolsFor(req)).find((each) => each.name === name)
    const asked = typeof given === 'object' && given !== null ? tool?.asks(given) : undefined
    if (!asked) return refused(id, 'params')
    const { ok, answer } = await ask(req, asked)
    return answered(id, { content: [{ type: 'text', text: JSON.stringify(answer) }], structuredContent: answer, isError: !ok })
  },
}

/** `POST /api/mcp`: what agents of staff speak (Model Context Protocol over streamable HTTP); every answer is one JSON message, and no session is kept. */
const receive: Endpoint = {
  method: 'post',
  path: '/mcp',
  handler: async (req) => {
    await demand(req, staffRoles)
    const message = messageIn(await jsonBody(req)) ?? fail('BAD_REQUEST')
    // What needs no answer gets none.
    if (message.id === undefined) return new Response(null, { status: 202 })
    const method = Object.hasOwn(methods, message.method) ? methods[message.method] : undefined
    return method ? method(req, message) : refused(message.id, 'method')
  },
}

/** `GET /api/mcp`: nothing is sent unasked. */
const listen: Endpoint = { method: 'get', path: '/mcp', handler: () => new Response(null, { status: 405, headers: { Allow: 'POST' } }) }

/** Where agents of staff come in. */
export const mcpEndpoints: Endpoint[] = [receive, listen]
