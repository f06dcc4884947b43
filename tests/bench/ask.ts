import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Asks a server over a kept connection and answers what it says; throws when its status is another than `expected`. Lighter than `fetch`, which would take its time from the server that is measured. */
export const ask = (url: string, expected: number, body?: unknown) =>
  // biome-ignore lint/suspicious/noExplicitAny: what is measured knows its own answers.
  new Promise<any>((resolve, reject) => {
    const text = body === undefined ? '' : JSON.stringify(body)
    const headers = text ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) } : {}
    const asked = request(url, { agent, method: text ? 'POST' : 'GET', headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const answer = Buffer.concat(parts).toString()
        if (response.statusCode === expected) resolve(JSON.parse(answer))
        else reject(new Error(`${url} answered ${response.statusCode}: ${answer.slice(0, 500)}`))
      })
    })
    asked.on('error', reject)
    asked.end(text)
  })
