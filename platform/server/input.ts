import { queryText } from '../client/query.ts'
import { fail, type InputError } from '../errors.ts'
import { localeCodes } from '../locales.ts'
import { isTooDeep } from '../nesting.ts'
import { enveloped, problemOf } from '../problem.ts'
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

const overrides = ['x-http-method-override', 'x-payload-http-method-override']

/** The question that was sent as the body of a POST because it is too long for an address, as the GET that it stands for; any other request as it is. */
async function asked(request: Request): Promise<Request> {
  const { method, headers, signal } = request
  if (method !== 'POST' || !overrides.some((name) => headers.get(name) === 'GET')) return request
  const text = await request.text()
  const isJson = /^application\/json\b/i.test(headers.get('content-type') ?? '')
  if (isJson && (isTooDeep(text) || !isJsonObject(text))) return fail('MALFORMED_JSON')
  const url = new URL(request.url)
  url.search = [url.search.slice(1), isJson ? queryText(JSON.parse(text || '{}')) : text].filter(Boolean).join('&')
  const kept = new Headers(headers)
  for (const name of [...overrides, 'content-type']) kept.delete(name)
  return new Request(url, { headers: kept, signal })
}

/** How many values a query may have; what comes after the thousandth would be left out silently. */
const mostValues = 1000

/** Every value under a name; a list or an object in its place is none that fits. */
const valuesOf = (params: URLSearchParams, name: string): string[] => {
  const found = [...params].flatMap(([key, value]) => (key === name ? [value] : key.startsWith(`${name}[`) ? [''] : []))
  return found.length > 1 ? [''] : found
}

function wrongIn(params: URLSearchParams): InputError[] {
  const errors = [...wrongNumbers((name) => valuesOf(params, name)), ...wrongLanguages(params.getAll('locale'))]
  for (const name of ['where', 'data'])
    if (!params.getAll(name).every((text) => !isTooDeep(text) && isJsonObject(text)))
      errors.push({ path: name, code: 'INVALID', message: 'Send an object.' })
  return errors
}

/** A request as it may go on; throws what is wrong with it. */
async function sound(request: Request): Promise<Request> {
  const question = await asked(request)
  const { searchParams } = new URL(question.url)
  if (searchParams.size > mostValues) return fail('TOO_COMPLEX')
  const errors = wrongIn(searchParams)
  return errors.length > 0 ? fail('VALIDATION', { errors }) : question
}

/** Refuses what Payload would stumble over before it looks at the request with care. */
export const withSoundInput =
  (answer: Answer): Answer =>
  async (request) => {
    let question: Request
    try {
      question = await sound(request)
    } catch (error) {
      const problem = problemOf(error)
      return Response.json(enveloped(problem, request.headers.get('x-request-id') ?? ''), { status: problem.status })
    }
    return answer(question)
  }
