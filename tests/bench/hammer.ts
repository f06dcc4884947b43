import { connect } from 'node:net'

/** How many answers there were, how fast they came (in milliseconds), and how many were not what was expected. */
export type Blows = { perSecond: number; p50: number; p99: number; failed: number }

/**
 * Asks for `paths` in turn over `connections` kept connections, each again as soon as it has its answer. It looks at nothing but the head of an answer,
 * because a client that does more needs more of the machine than the server that it measures.
 */
export async function hammer(
  url: string,
  paths: readonly string[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Blows> {
  const { hostname, port } = new URL(url)
  const requests = paths.map((path) =>
    Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: br, gzip\r\n\r\n`),
  )
  const times: number[] = []
  let failed = 0
  const begun = performance.now()
  const end = begun + seconds * 1000

  const one = (first: number) =>
    new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname)
      let round = first
      let asked = 0
      let rest = 0
      let head = ''
      const ask = () => {
        asked = performance.now()
        socket.write(requests[round++ % requests.length] as Buffer)
      }
      const answered = () => {
        times.push(performance.now() - asked)
        if (performance.now() < end) ask()
        else socket.end()
      }
      socket.setNoDelay(true)
      socket.on('connect', ask)
      socket.on('error', () => failed++)
      socket.on('close', () => resolve())
      socket.on('data', (chunk) => {
        if (rest > 0) {
          rest -= chunk.length
          if (rest === 0) answered()
          return
        }
        head += chunk.toString('latin1')
        const at = head.indexOf('\r\n\r\n')
        if (at < 0) return
        if (!head.startsWith('HTTP/1.1 200')) failed++
        const length = Number(/\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
        rest = at + 4 + length - head.length
        head = ''
        // Answers that are made anew come in chunks, which nobody counts here.
        if (Number.isNaN(rest)) socket.destroy(new Error('An answer without a length.'))
        else if (rest === 0) answered()
      })
    })

  await Promise.all(Array.from({ length: connections }, (_, n) => one(n)))
  const elapsed = (performance.now() - begun) / 1000
  times.sort((left, right) => left - right)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { perSecond: times.length / elapsed, p50: at(0.5), p99: at(0.99), failed }
}
