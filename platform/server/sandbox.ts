import { APIError } from 'payload'
import { actSchema } from '../../plugins/payments/providers/azampay-simulated-phones.ts'
import { spoil } from '../cache/recorder.ts'
import { checked } from '../endpoint.ts'
import { fail } from '../errors.ts'
import { enveloped, problemOf } from '../problem.ts'
import type { Answer } from './rest.ts'
import type { Simulators } from './simulators.ts'

type Handler = (simulators: Simulators, request: Request, params: { search: URLSearchParams; reference: string }) => Promise<unknown>

const json = async (request: Request): Promise<unknown> => {
  try {
    return await request.json()
  } catch {
    return fail('MALFORMED_JSON')
  }
}

/** The routes of the simulators, for scripts and for the page that shows them. */
const routes: Record<string, Handler> = {
  'GET phone': async ({ azampay }, _request, { search }) => azampay?.prompts(search.get('phone') || undefined) ?? [],
  'POST phone/:reference': async ({ azampay }, request, { reference }) => {
    if (!azampay?.prompts().some((prompt) => prompt.reference === reference)) return fail('NOT_FOUND')
    const act = checked(actSchema, await json(request))
    const answers = await azampay.act(reference, act)
    return { answers, prompt: azampay.prompts().find((prompt) => prompt.reference === reference) }
  },
  'GET mail': async ({ mailbox }, _request, { search }) => (await mailbox())?.list(search.get('to') || undefined) ?? [],
}

const routeOf = (method: string, pathname: string) => {
  const [, , area = '', reference = ''] = pathname.replace(/\/+$/, '').split('/')
  return { handler: routes[`${method} ${area}${reference ? '/:reference' : ''}`], reference: decodeURIComponent(reference) }
}

/** Whether a request is for a script; browsers that want a page are left to the storefront. */
export const forScripts = (method: string, pathname: string, accept = ''): boolean =>
  routeOf(method, pathname).handler !== undefined && (accept.includes('application/json') || !accept.includes('text/html'))

/** Answers below `/sandbox`: what the simulated phones show, what their owners do, which mails arrived. */
export const sandbox =
  (simulators: Simulators): Answer =>
  async (request) => {
    // A page that shows this is made of more than the database.
    spoil()
    const { pathname, searchParams } = new URL(request.url)
    const { handler, reference } = routeOf(request.method, pathname)
    try {
      return Response.json(await (handler ?? unknown)(simulators, request, { search: searchParams, reference }), {
        headers: { 'Cache-Control': 'no-store' },
      })
    } catch (error) {
      if (!(error instanceof APIError)) throw error
      const problem = problemOf(error)
      return Response.json(enveloped(problem, request.headers.get('x-request-id') ?? ''), { status: problem.status })
    }
  }

const unknown: Handler = async () => fail('NOT_FOUND')
