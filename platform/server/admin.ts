import type { Server } from 'node:http'
import type { RequestHandler } from 'express'

/** The folder of the Next app that shows Payload's admin. */
const dir = 'platform/admin'

/** Serves the admin. Next is loaded by the first visit, because it needs more memory than all the rest. */
export function admin(server: Server, { dev = false }: { dev?: boolean } = {}): RequestHandler {
  let loading: Promise<RequestHandler> | undefined
  const load = async (): Promise<RequestHandler> => {
    const { default: next } = await import('next')
    const app = (next as unknown as typeof next.default)({ dev, dir, customServer: true, httpServer: server })
    await app.prepare()
    const handle = app.getRequestHandler()
    return (request, response) => handle(request, response)
  }
  return async (request, response, next) => {
    loading ??= load()
    const handler = await loading.catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return handler(request, response, next)
  }
}
