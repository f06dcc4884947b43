import { type InputError, platformErrors } from '../errors.ts'
import { localeCodes } from '../locales.ts'
import { enveloped } from '../problem.ts'
import type { Answer } from './rest.ts'

/** Numbers in the query of a list, with what they may be; the engines choke on anything else. */
const numbers: Record<string, { min: number; max: number }> = {
  limit: { min: 0, max: 10_000 },
  page: { min: 1, max: 1_000_000_000 },
  depth: { min: 0, max: 10 },
}

/** What is wrong with the numbers of a list; `read` says what was sent under a name. */
export function wrongNumbers(read: (name: string) => string[]): InputError[] {
  return Object.entries(numbers).flatMap(([path, { min, max }]) =>
    read(path)
      .filter((text) => !(/^\d+$/.test(text) && Number(text) >= min && Number(text) <= max))
      .map(() => ({ path, code: 'INVALID', message: `This must be a whole number from ${min} to ${max}.` })),
  )
}

const languages: readonly string[] = [...localeCodes, 'all']

/** An unknown language is no reason to answer in another one. */
const wrongLanguages = (sent: string[]): InputError[] =>
  sent
    .filter((each) => each !== '' && !languages.includes(each))
    .map(() => ({ path: 'locale', code: 'INVALID', message: `Choose one of ${languages.join(', ')}.` }))

/** Payload reads these as JSON when they come in one piece. */
const isJsonObject = (text: string): boolean => {
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

const refused = (request: Request, code: keyof typeof platformErrors, data: Record<string, unknown> = {}) => {
  const [status, message] = platformErrors[code]
  const problem = { status, name: 'APIError', message, data: { code, ...data } }
  return Response.json(enveloped(problem, request.headers.get('x-request-id') ?? ''), { status })
}

/** A query that is sent as the body of a POST is read before anything can turn a fault in it into an answer. */
const brokenOverride = async (request: Request): Promise<boolean> => {
  const overridden = request.headers.get('x-http-method-override') ?? request.headers.get('x-payload-http-method-override')
  if (request.method !== 'POST' || overridden !== 'GET' || request.headers.get('content-type') !== 'application/json') return false
  try {
    const sent: unknown = await request.clone().json()
    return typeof sent !== 'object'
  } catch {
    return true
  }
}

/** Refuses what Payload would stumble over before it looks at the request with care. */
export const withSoundInput =
  (answer: Answer): Answer =>
  async (request) => {
    const { searchParams } = new URL(request.url)
    const errors = [...wrongNumbers((name) => searchParams.getAll(name)), ...wrongLanguages(searchParams.getAll('locale'))]
    for (const name of ['where', 'data'])
      if (!searchParams.getAll(name).every(isJsonObject)) errors.push({ path: name, code: 'INVALID', message: 'Send an object.' })
    if (errors.length > 0) return refused(request, 'VALIDATION', { errors })
    if (await brokenOverride(request)) return refused(request, 'MALFORMED_JSON')
    return answer(request)
  }
