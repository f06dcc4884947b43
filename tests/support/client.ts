/** What came back. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
export type Answer = { status: number; body: any; headers: Headers }

type Headers_ = Record<string, string>

/** Asks the API as one caller; paths are below /api, bodies are JSON unless they are a form or a text. */
export type Client = {
  ask: (method: string, path: string, body?: unknown, headers?: Headers_) => Promise<Answer>
  get: (path: string, headers?: Headers_) => Promise<Answer>
  post: (path: string, body?: unknown, headers?: Headers_) => Promise<Answer>
  put: (path: string, body?: unknown, headers?: Headers_) => Promise<Answer>
  patch: (path: string, body?: unknown, headers?: Headers_) => Promise<Answer>
  delete: (path: string, headers?: Headers_) => Promise<Answer>
  gql: (query: string, variables?: Record<string, unknown>) => Promise<Answer>
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A client of the server at `url` that sends these headers each time. */
export function client(url: string, own: Headers_ = {}): Client {
  const ask: Client['ask'] = async (method, path, body, headers = {}) => {
    const plain = body === undefined || typeof body === 'string' || body instanceof FormData
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: { ...(plain ? {} : { 'content-type': 'application/json' }), ...own, ...headers },
      body: plain ? (body as BodyInit | undefined) : JSON.stringify(body),
      redirect: 'manual',
    })
    return { status: response.status, body: parsed(await response.text()), headers: response.headers }
  }
  return {
    ask,
    get: (path, headers) => ask('GET', path, undefined, headers),
    post: (path, body, headers) => ask('POST', path, body, headers),
    put: (path, body, headers) => ask('PUT', path, body, headers),
    patch: (path, body, headers) => ask('PATCH', path, body, headers),
    delete: (path, headers) => ask('DELETE', path, undefined, headers),
    gql: (query, variables) => ask('POST', '/graphql', { query, variables }),
  }
}
