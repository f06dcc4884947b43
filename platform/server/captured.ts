import { type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Response as Outgoing, RequestHandler } from 'express'

/** Thrown when a handler leaves the request to the next one. */
export const passedOn = new Error('The handler left the request to the next one.')

type Callback = (error?: Error | null) => void

/** Runs a handler for its answer instead of letting it write to the network. */
export function captured(handler: RequestHandler, incoming: Parameters<RequestHandler>[0], outgoing: Outgoing): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sink = new ServerResponse(incoming) as unknown as Outgoing
    sink.locals = outgoing.locals
    const chunks: Buffer[] = []
    const add = (chunk: unknown, ...rest: unknown[]) => {
      if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof rest[0] === 'string' ? (rest[0] as BufferEncoding) : 'utf8'))
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
      const done = [chunk, ...rest].find((each) => typeof each === 'function') as Callback | undefined
      if (done) process.nextTick(done)
    }
    // Headers that are handed over with the status would otherwise go straight to the network.
    sink.writeHead = ((status: number, ...rest: unknown[]) => {
      sink.statusCode = status
      const headers = rest.find((each) => typeof each === 'object' && each !== null) as OutgoingHttpHeaders | undefined
      for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) sink.setHeader(name, value)
      return sink
    }) as typeof sink.writeHead
    sink.write = ((...parts: [unknown]) => {
      add(...parts)
      return true
    }) as typeof sink.write
    sink.end = ((...parts: [unknown]) => {
      add(...parts)
      resolve(answerOf(sink, chunks))
      sink.emit('finish')
      sink.emit('close')
      return sink
    }) as typeof sink.end
    sink.destroy = ((error?: Error) => {
      reject(error ?? new Error('The handler gave up in the middle of its answer.'))
      sink.emit('close')
      return sink
    }) as typeof sink.destroy
    const next = (error?: unknown) => reject(error ?? passedOn)
    Promise.resolve(handler(incoming, sink, next as Parameters<RequestHandler>[2])).catch(reject)
  })
}

function answerOf(sink: Outgoing, chunks: Buffer[]): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(sink.getHeaders()))
    for (const each of [value].flat()) if (each !== undefined) headers.append(name, String(each))
  const empty = [204, 205, 304].includes(sink.statusCode)
  return new Response(empty ? null : new Uint8Array(Buffer.concat(chunks)), { status: sink.statusCode, headers })
}
