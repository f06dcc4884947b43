import type { InValue } from '@libsql/client'
import type { JobsQueryOptions, RemoveJobsOptions } from 'agenda'

/** A condition in SQL with its values. */
export type Condition = { sql: string; args: InValue[] }

const within = (column: string, values: readonly unknown[], negated = false): Condition => ({
  sql: `${column} ${negated ? 'not in' : 'in'} (${values.map(() => '?').join(', ')})`,
  args: values.map(String),
})

/** Compares the data of a job: an object by the members it names, anything else as a whole. */
const dataIs = (data: unknown, path = '$'): Condition[] => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const json = JSON.stringify(data ?? null)
    return [{ sql: 'json_extract(data, ?) is json_extract(?, ?)', args: [path, json, '$'] }]
  }
  return Object.entries(data).flatMap(([name, value]) => dataIs(value, `${path}.${JSON.stringify(name)}`))
}

/** Joins conditions; without any the first says nothing about a row. */
export const all = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' and ') || 'true',
  args: conditions.flatMap(({ args }) => args),
})

/** The jobs that agenda means; undefined when it names none. */
export function selected({ id, ids, name, names, notNames, data }: RemoveJobsOptions): Condition | undefined {
  const conditions = [
    ...(id ? [within('id', [id])] : ids?.length ? [within('id', ids)] : []),
    ...(name
      ? [within('name', [name])]
      : names?.length
        ? [within('name', names)]
        : notNames?.length
          ? [within('name', notNames, true)]
          : []),
    ...(data === undefined ? [] : dataIs(data)),
  ]
  return conditions.length > 0 ? all(conditions) : undefined
}

/** The jobs that a list shows, whatever their state. */
export const listed = ({ search, includeDisabled = true, ...options }: JobsQueryOptions): Condition =>
  all([
    ...[selected(options)].filter((condition) => condition !== undefined),
    ...(search ? [{ sql: "name like ? escape '\\'", args: [`%${search.replace(/[\\%_]/g, '\\$&')}%`] }] : []),
    ...(includeDisabled ? [] : [{ sql: 'coalesce(disabled, 0) = 0', args: [] }]),
  ])

const sortable = ['nextRunAt', 'lastRunAt', 'lastFinishedAt', 'priority', 'name', 'data'] as const

/** The order of a list. */
export const ordered = (sort: JobsQueryOptions['sort'] = {}): string => {
  const keys = sortable.filter((key) => sort[key])
  return keys.length > 0 ? keys.map((key) => `${key} ${sort[key] === 'asc' ? 'asc' : 'desc'}`).join(', ') : 'nextRunAt desc, lastRunAt desc'
}
