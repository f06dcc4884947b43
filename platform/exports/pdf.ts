import { Worker } from 'node:worker_threads'
import { now } from '../clock.ts'
import { inLine } from '../in-line.ts'
import { readableMoment } from './moments.ts'
import type { Sheet } from './pdf-worker.ts'
import { shownText } from './shown.ts'
import type { Cell, Table } from './table.ts'

// By name, so that the bundler of the admin, which makes no PDFs, does not follow it.
const script = './pdf-worker.ts'

/** How much of a text a cell on paper shows. */
const longest = 300

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

const printed = (cells: readonly Cell[]) => cells.map((cell) => cut(shownText(cell)))

/** What takes longer than this, in milliseconds, is broken. */
const patience = 120_000

function typeset(sheet: Sheet, signal?: AbortSignal | null): Promise<Uint8Array> {
  const worker = new Worker(new URL(script, import.meta.url), { workerData: sheet, resourceLimits: { maxOldGenerationSizeMb: 512 } })
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const leave = () => reject(new Error('Nobody waits for this PDF any more.'))
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('The PDF could not be made.')))
  signal?.addEventListener('abort', leave, { once: true })
  const late = setTimeout(leave, patience)
  return promise.finally(() => {
    clearTimeout(late)
    signal?.removeEventListener('abort', leave)
    void worker.terminate()
  })
}

/** A table as a PDF, made in a thread of its own that ends with it; one at a time, as each takes a core. */
export async function pdf(table: Table, { signal }: { signal?: AbortSignal | null } = {}): Promise<Uint8Array> {
  const rows: Cell[][] = []
  for await (const page of table.pages) rows.push(...page)
  const { title, filter, columns } = table
  const sheet: Sheet = {
    title,
    filter,
    madeAt: now().toISOString(),
    made: readableMoment(now()),
    columns: columns.map(({ label, kind }) => ({ label, right: kind === 'number' || kind === 'money' })),
    rows: rows.map(printed),
    totals: table.totals().map(printed),
  }
  return inLine(['exports.pdf'], () => typeset(sheet, signal))
}
