import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import type { Environment } from '../../environment.ts'
import { equalTexts } from '../../secrets.ts'
import { refuse } from '../refuse.ts'
import type { Metrics } from './metrics.ts'

/** What a proxy adds to a request that it passes on. */
const proxied = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/** Whether a request was made on this machine itself, and not by a proxy on it for somebody else. */
export const isFromThisMachine = ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean =>
  /^(::1|(::ffff:)?127\.[\d.]+)$/.test(socket.remoteAddress ?? '') && proxied.every((name) => headers[name] === undefined)

/** `GET /metrics`: for this machine, and for whoever has the token; nobody else learns that it is there. */
export const metricsPage =
  (metrics: Metrics, { metricsToken }: Pick<Environment, 'metricsToken'>): RequestHandler =>
  async (request, response) => {
    const known = metricsToken !== undefined && equalTexts(request.get('authorization') ?? '', `Bearer ${metricsToken}`)
    if (!known && !isFromThisMachine(request)) return refuse(response, 'NOT_FOUND')
    const { type, body } = await metrics.text()
    response.setHeader('Cache-Control', 'no-store').setHeader('Content-Type', type)
    response.end(body)
  }
