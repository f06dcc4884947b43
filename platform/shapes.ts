import type { Field } from 'payload'
import type { InputError } from './errors.ts'
import { isPlainObject, misfit } from './value-shapes.ts'

type Data = Record<string, unknown>

/** How what was sent is looked at: a form of the admin says by 0 that a list has no rows. */
type Manner = { form?: boolean }

const wrong = (path: string, message: string): InputError[] => [{ path, code: 'INVALID', message }]

type RowFields = (row: Data) => readonly Field[] | undefined

function inRows(fieldsOf: RowFields, rows: unknown, path: string, manner: Manner): InputError[] {
  if (rows === undefined || rows === null || (manner.form && rows === 0)) return []
  if (!Array.isArray(rows)) return wrong(path, 'Send a list.')
  return rows.flatMap((row, at) => {
    const fields = isPlainObject(row) ? fieldsOf(row) : undefined
    return fields ? wrongShapes(fields, row as Data, manner, `${path}.${at}.`) : wrong(`${path}.${at}`, 'Send an object of a known kind.')
  })
}

function inGroup(fields: readonly Field[], value: unknown, path: string, manner: Manner): InputError[] {
  if (value === undefined) return []
  return isPlainObject(value) ? wrongShapes(fields, value, manner, `${path}.`) : wrong(path, 'Send an object.')
}

const hasName = (field: Field): field is Field & { name: string } => 'name' in field && Boolean(field.name)

/**
 * What is wrong with the shape of what was sent for `fields`: texts are texts, numbers are numbers, choices are among those offered, groups are
 * objects, lists hold objects, blocks are of a known type. Payload looks into values before it validates and stumbles, turns them into others, or
 * – in drafts, and in single fields – takes anything.
 */
export function wrongShapes(fields: readonly Field[], data: Data, manner: Manner = {}, prefix = ''): InputError[] {
  return fields.flatMap((field): InputError[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? inGroup(tab.fields, data[tab.name], prefix + tab.name, manner)
          : wrongShapes(tab.fields, data, manner, prefix),
      )
    if (!hasName(field)) return 'fields' in field ? wrongShapes(field.fields, data, manner, prefix) : []
    const [path, value] = [prefix + field.name, data[field.name]]
    if (field.type === 'group') return inGroup(field.fields, value, path, manner)
    if (field.type === 'array') return inRows(() => field.fields, value, path, manner)
    if (field.type === 'blocks') {
      const blocks = new Map(field.blocks.map((block) => [block.slug, block.fields]))
      return inRows(({ blockType }) => blocks.get(String(blockType)), value, path, manner)
    }
    const message = misfit(field, value)
    return message ? wrong(path, message) : []
  })
}
