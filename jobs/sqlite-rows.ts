import type { InValue, Row } from '@libsql/client'
import { type JobParameters, toJobId } from 'agenda'

type Kind = 'text' | 'number' | 'date' | 'flag' | 'json'

/** How each attribute of a job is kept in its column; what only says how to save it is not kept. */
const kinds = {
  name: 'text',
  type: 'text',
  priority: 'number',
  nextRunAt: 'date',
  lockedAt: 'date',
  disabled: 'flag',
  data: 'json',
  lastRunAt: 'date',
  lastFinishedAt: 'date',
  failedAt: 'date',
  failCount: 'number',
  failReason: 'text',
  progress: 'number',
  repeatInterval: 'json',
  repeatAt: 'text',
  repeatTimezone: 'text',
  startDate: 'date',
  endDate: 'date',
  skipDays: 'json',
  fork: 'flag',
  debounceStartedAt: 'date',
  lastModifiedBy: 'text',
} as const satisfies Partial<Record<keyof JobParameters, Kind>>

/** An attribute of a job that has a column. */
export type Column = keyof typeof kinds

/** The columns of the table, without the id. */
export const columns = Object.keys(kinds) as Column[]

const types: Record<Kind, string> = { text: 'text', number: 'real', date: 'integer', flag: 'integer', json: 'text' }

/** The table and its indexes. */
export const tableStatements = [
  `create table if not exists agenda_jobs (id text primary key not null, ${columns.map((name) => `${name} ${types[kinds[name]]}`).join(', ')})`,
  "create unique index if not exists agenda_jobs_single on agenda_jobs (name) where type = 'single'",
  'create index if not exists agenda_jobs_next on agenda_jobs (name, nextRunAt, priority desc)',
]

const writers: Record<Kind, (value: unknown) => InValue> = {
  text: (value) => String(value),
  number: (value) => Number(value),
  date: (value) => new Date(value as Date).getTime(),
  flag: (value) => (value ? 1 : 0),
  json: (value) => JSON.stringify(value),
}

const readers: Record<Kind, (value: unknown) => unknown> = {
  text: (value) => value,
  number: (value) => value,
  date: (value) => new Date(Number(value)),
  flag: (value) => Boolean(value),
  json: (value) => JSON.parse(String(value)),
}

/** What is stored for an attribute. */
export const written = (column: Column, value: unknown): InValue =>
  value === null || value === undefined ? null : writers[kinds[column]](value)

/** The job that a row holds. */
export function jobOf(row: Row): JobParameters {
  const stored = columns.flatMap((column) => (row[column] === null ? [] : [[column, readers[kinds[column]](row[column])]]))
  return { nextRunAt: null, data: undefined, ...Object.fromEntries(stored), _id: toJobId(String(row.id)) } as JobParameters
}
