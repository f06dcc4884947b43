import type { CollectionSlug, Endpoint, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { endpoint } from '../endpoint.ts'
import { localeCodes } from '../locales.ts'
import { type Format, fileAnswer, fileTypes, formatNames } from './answer.ts'
import { chosenColumns } from './columns.ts'
import { fail } from './errors.ts'
import { listOf } from './list.ts'
import { listTable } from './list-table.ts'
import { mostPdfRows } from './most-pdf-rows.ts'
import { countOf } from './rows.ts'
import { filterInWords } from './words.ts'

const parsed = (text: string): unknown => {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return text
  }
}

/** Payload takes a condition as JSON as well. */
const condition = z.preprocess((value) => (typeof value === 'string' ? parsed(value) : value), z.record(z.string(), z.unknown()))

/** In which form. */
export const format = z.enum(formatNames)

const query = z.strictObject({
  format,
  columns: z
    .string()
    .max(4000)
    .regex(/[^\s,]/, 'Name a field, or leave this out.')
    .optional()
    .meta({ description: 'Fields with commas between, in that order; without it those that the list of the admin shows at first.' }),
  where: condition.optional(),
  sort: z.string().max(400).optional(),
  search: z.string().max(200).optional().meta({ description: 'As the search of the list in the admin.' }),
  draft: z.enum(['true', 'false']).optional().meta({ description: 'The newest drafts instead of what is published.' }),
  locale: z.enum(localeCodes).optional(),
  'fallback-locale': z
    .enum([...localeCodes, 'none'])
    .optional()
    .meta({ description: 'The language instead where a text is missing; `none`: none.' }),
})

/** Refuses what a PDF cannot hold, and notes who takes how much of what. */
export async function admit(
  req: PayloadRequest,
  action: string,
  asked: { format: Format; rows: number; [detail: string]: unknown },
  collection?: string,
) {
  if (asked.format === 'pdf' && asked.rows > mostPdfRows) fail('TOO_MANY_ROWS', { rows: asked.rows, most: mostPdfRows })
  await audit(req, action, { collection, details: asked })
}

/** `GET /api/<collection>/export`: a list as a file, as the caller may read it. */
export const exportEndpoint = (slug: string, plural: string): Endpoint =>
  endpoint({
    method: 'get',
    path: '/export',
    summary: `Take ${plural} away as CSV, XLSX or PDF`,
    access: ['signedIn'],
    nested: true,
    files: fileTypes,
    fails: ['TOO_MANY_ROWS', 'RATE_LIMITED'],
    query,
    returns: z.any(),
    handler: async (req, { query: { format, columns: names, where = {}, search, sort, draft, 'fallback-locale': fallbackLocale } }) => {
      const { config: collection } = req.payload.collections[slug as CollectionSlug]
      const list = await listOf(req, collection, { where: where as Where, search, sort, draft: draft === 'true', fallbackLocale })
      const rows = await countOf(req, list)
      const wanted = names
        ?.split(',')
        .map((name) => name.trim())
        .filter(Boolean)
      const columns = await chosenColumns(req, collection, wanted?.length ? wanted : undefined)
      const filter = await filterInWords(req, collection, { where: where as Where, search })
      await admit(req, `${slug}.export`, { format, columns: columns.map(({ name }) => name), where, search, sort, rows }, slug)
      return fileAnswer(req, slug, format, listTable(req, list, columns, filter))
    },
  })
