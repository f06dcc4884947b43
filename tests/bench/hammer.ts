import { connect } from 'node:net'

/** How many answers there were, how fast they came (in milliseconds), and how many were not what was expected. */
export type Blows = { perSecond: number; p50: number; p99: number; failed: number }

/** One request; a path alone is read. */
export type Blow = string | { method?: string; path: string; headers?: Record<string, string>; body?: unknown; status?: number }

/** What is asked for: some requests in turn, or whatever comes next. */
export type Blowing = readonly Blow[] | ((round: number) => Blow)

type Ready = { bytes: Buffer; status: string }

const lastChunk = '\r\n0\r\n\r\n'

function ready(blow: Blow, host: string): Ready {
  const { method = 'GET', path, headers = {}, body, status = 200 } = typeof blow === 'string' ? { path: blow } : blow
  const text = body === undefined ? '' : JSON.stringify(body)
  const content = text ? { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) } : {}
  const lines = Object.entries({ Host: host, 'Accept-Encoding': 'br, gzip', ...content, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return { bytes: Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${text}`), status: `HTTP/1.1 ${status}` }
}

/**
 * Sends requests over `connections` kept connections, each again as soon as it has its answer. It looks at nothing but the head of an answer and
 * where it ends, because a client that does more needs more of the machine than the server that it measures.
 */
export async function hammer(
  url: string,
  blows: Blowing,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Blows> {
  const { hostname, port } = new URL(url)
  const host = `${hostname}:${port}`
  const known = typeof blows === 'function' ? undefined : blows.map((blow) => ready(blow, host))
  const at = (round: number): Ready => known?.[round % known.length] ?? ready((blows as (round: number) => Blow)(round), host)
  const times: number[] = []
  let failed = 0
  let rounds = 0
  const begun = performance.now()
  const end = begun + seconds * 1000

  const one = () =>
    new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname)
      let asked = 0
      let expected = ''
      let head = ''
      /** How many bytes are still to come; in chunks: the last bytes that came. */
      let rest: number | string | undefined
      const ask = () => {
        const { bytes, status } = at(rounds++)
        expected = status
        head = ''
        rest = undefined
        asked = performance.now()
        socket.write(bytes)
      }
      const answered = () => {
        times.push(performance.now() - asked)
        if (performance.now() < end) ask()
        else socket.end()
      }
      const begin = (chunk: Buffer): Buffer | undefined => {
        head += chunk.toString('latin1')
        const body = head.indexOf('\r\n\r\n') + 4
        if (body < 4) return undefined
        if (!head.startsWith(expected)) {
          failed++
          if (failed === 1) console.error(`An answer that was not expected: ${head.slice(0, 15)} … ${head.slice(body, body + 300)}`)
        }
        const length = /\ncontent-length: (\d+)/i.exec(head.slice(0, body))?.[1]
        rest = length === undefined ? '' : Number(length)
        return Buffer.from(head.slice(body), 'latin1')
      }
      socket.setNoDelay(true)
      socket.on('connect', ask)
      socket.on('error', () => failed++)
      socket.on('close', () => resolve())
      socket.on('data', (chunk) => {
        const body = rest === undefined ? begin(chunk) : chunk
        if (!body) return
        rest =
          typeof rest === 'number'
            ? rest - body.length
            : (rest + body.subarray(-lastChunk.length).toString('latin1')).slice(-lastChunk.length)
        if (rest === 0 || rest === lastChunk) answered()
      })
    })

  await Promise.all(Array.from({ length: connections }, one))
  const elapsed = (performance.now() - begun) / 1000
  times.sort((left, right) => left - right)
  const share = (part: number) => times[Math.floor(times.length * part)] ?? 0
  return { perSecond: times.length / elapsed, p50: share(0.5), p99: share(0.99), failed }
}
