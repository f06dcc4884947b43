import type { RequestHandler } from 'express'
import type { Environment } from '../../environment.ts'
import { equalTexts } from '../../secrets.ts'
import { refuse } from '../refuse.ts'
import { isFromThisMachine } from '../this-machine.ts'
import type { Metrics } from './metrics.ts'

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
