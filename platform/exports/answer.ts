import { ReadableStream as WebStream } from 'node:stream/web'
import type { PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { dayOf } from '../time.ts'
import { csv } from './csv.ts'
import { pdf } from './pdf.ts'
import type { Table } from './table.ts'
import { xlsx } from './xlsx.ts'

type Write = (table: Table, req: PayloadRequest) => ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array> | Uint8Array>

/** The forms in which a list can be taken away, with their kind of file. */
export const formats = {
  csv: { type: 'text/csv; charset=utf-8', write: (table: Table) => WebStream.from(csv(table)) as ReadableStream<Uint8Array> },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
  pdf: { type: 'application/pdf', write: (table: Table, req: PayloadRequest) => pdf(table, { signal: req.signal }) },
} as const satisfies Record<string, { type: string; write: Write }>

/** One of the forms. */
export type Format = keyof typeof formats

/** The names of the forms. */
export const formatNames = Object.keys(formats) as [Format, ...Format[]]

/** The kinds of file, as the description of the API names them. */
export const fileTypes: readonly string[] = Object.values(formats).map(({ type }) => type.split(';', 1)[0] ?? type)

/** Answers a table as a file; its first page is read before, so that what is wrong is still told. */
export async function fileAnswer(req: PayloadRequest, name: string, format: Format, table: Table): Promise<Response> {
  const pages = table.pages[Symbol.asyncIterator]()
  const first = await pages.next()
  async function* rest() {
    try {
      for (let page = first; !page.done; page = await pages.next()) yield page.value
    } catch (error) {
      req.payload.logger.error({ err: error }, 'An export broke off.')
      throw error
    } finally {
      await pages.return?.()
    }
  }
  const write: Write = formats[format].write
  const body = await write({ ...table, pages: rest() }, req)
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': formats[format].type,
      'Content-Disposition': `attachment; filename="${name}-${dayOf(now())}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
