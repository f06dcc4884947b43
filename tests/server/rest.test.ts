import { once } from 'node:events'
import { request } from 'node:http'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { type Answer, rest } from '../../platform/server/rest.ts'

const publicUrl = 'https://shop.example'
const soon = { timeout: 20_000 }

/** Serves one fetch-style answer through Express. */
async function serving(answer: Answer): Promise<string> {
  const server = express().use(rest(answer, publicUrl)).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

test('the answer knows the caller’s address and our own name, not what the caller says of either', async () => {
  const url = await serving(async (asked) => Response.json({ url: asked.url, address: asked.headers.get('x-client-ip') }))
  const answer = await fetch(`${url}/api/x?y=1`, { headers: { 'x-client-ip': '203.0.113.1' } })
  expect(await answer.json()).toEqual({ url: `${publicUrl}/api/x?y=1`, address: '127.0.0.1' })
})

test('status, several cookies and bytes arrive as they were sent', async () => {
  const bytes = new Uint8Array(3 * 1024 * 1024).map((_, at) => at % 251)
  const url = await serving(async () => {
    const headers = new Headers({ 'content-type': 'application/octet-stream' })
    headers.append('set-cookie', 'a=1; Path=/')
    headers.append('set-cookie', 'b=2; Path=/')
    return new Response(bytes, { status: 201, headers })
  })
  const answer = await fetch(url)
  expect(answer.status).toBe(201)
  expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/'])
  expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
  expect((await fetch(url, { method: 'HEAD' })).status).toBe(201)
})

test('answers without a body have none', async () => {
  const url = await serving(async () => new Response(null, { status: 204 }))
  expect((await fetch(url)).status).toBe(204)
})

test('an upload is handed on while it still arrives', async () => {
  let first: (size: number) => void = () => undefined
  const begun = new Promise<number>((resolve) => {
    first = resolve
  })
  const url = await serving(async (asked) => {
    const reader = asked.body?.getReader()
    let size = 0
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.byteLength
      first(size)
    }
    return Response.json({ size })
  })
  const outgoing = request(url, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=b' } })
  const answered = once(outgoing, 'response')
  outgoing.write(Buffer.alloc(1000))
  expect(await begun).toBe(1000)
  outgoing.end(Buffer.alloc(5 * 1024 * 1024))
  const [response] = await answered
  expect(JSON.parse((await response.setEncoding('utf8').toArray()).join(''))).toEqual({ size: 1000 + 5 * 1024 * 1024 })
})

test('a visitor who goes away ends the work, whether it waits or is sending', async () => {
  let asked: Request | undefined
  let cancelled: () => void = () => undefined
  const stopped = new Promise<void>((resolve) => {
    cancelled = resolve
  })
  const url = await serving(async (incoming) => {
    asked = incoming
    if (incoming.url.endsWith('/waits'))
      return new Promise<Response>((_, reject) => incoming.signal.addEventListener('abort', () => reject(incoming.signal.reason)))
    return new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)), cancel: cancelled }))
  })

  const waiting = new AbortController()
  const lost = fetch(`${url}/waits`, { signal: waiting.signal }).catch(() => undefined)
  await expect.poll(() => asked, soon).toBeDefined()
  waiting.abort()
  await lost
  await expect.poll(() => asked?.signal.aborted, soon).toBe(true)

  const reading = new AbortController()
  const answer = await fetch(`${url}/sends`, { signal: reading.signal })
  await answer.body?.getReader().read()
  reading.abort()
  await stopped
})
