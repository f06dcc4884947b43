import type { Field } from 'payload'
import type { InputError } from './errors.ts'
import { isSecretField, isSecretState } from './secrets.ts'

type Data = Record<string, unknown>

/** Whether a value is an object of JSON. */
export const isPlainObject = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

const wrong = (path: string, message: string): InputError[] => [{ path, code: 'INVALID', message }]

const inRow = (fieldsOf: (row: Data) => readonly Field[] | undefined, rows: unknown, path: string): InputError[] =>
  (Array.isArray(rows) ? rows : []).flatMap((row, at) => {
    const fields = isPlainObject(row) ? fieldsOf(row) : undefined
    return fields ? wrongShapes(fields, row as Data, `${path}.${at}.`) : wrong(`${path}.${at}`, 'Send an object of a known kind.')
  })

// A choice is a text too: Payload compares only texts with the options and lets anything else through.
const texts = new Set(['text', 'textarea', 'email', 'code', 'select', 'radio'])

const isText = (value: unknown, many: boolean): boolean => {
  if (value === undefined || value === null) return true
  return many ? Array.isArray(value) && value.every((item) => typeof item === 'string') : typeof value === 'string'
}

const isNode = (value: unknown): boolean =>
  isPlainObject(value) &&
  typeof value.type === 'string' &&
  (value.type !== 'text' || typeof value.text === 'string') &&
  (value.children === undefined || (Array.isArray(value.children) && value.children.every(isNode)))

/** Whether a value is a document of the editor, or nothing. */
const isRichText = (value: unknown): boolean => value === undefined || value === null || (isPlainObject(value) && isNode(value.root))

const inGroup = (fields: readonly Field[], value: unknown, path: string): InputError[] => {
  if (value === undefined) return []
  return isPlainObject(value) ? wrongShapes(fields, value, `${path}.`) : wrong(path, 'Send an object.')
}

/**
 * What is wrong with the shape of what was sent for `fields`: texts are texts, groups are objects, lists hold objects, blocks are of a known type.
 * Payload looks into them before it validates, and stumbles; or takes anything for a text.
 */
export function wrongShapes(fields: readonly Field[], data: Data, prefix = ''): InputError[] {
  return fields.flatMap((field): InputError[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name ? inGroup(tab.fields, data[tab.name], prefix + tab.name) : wrongShapes(tab.fields, data, prefix),
      )
    if (field.type === 'row' || field.type === 'collapsible' || (field.type === 'group' && !('name' in field && field.name)))
      return wrongShapes(field.fields, data, prefix)
    if (!('name' in field) || !field.name) return []
    const [path, value] = [prefix + field.name, data[field.name]]
    if (isSecretField(field)) return isText(value, false) || isSecretState(value) ? [] : wrong(path, 'Send a text.')
    if (texts.has(field.type)) return isText(value, 'hasMany' in field && field.hasMany === true) ? [] : wrong(path, 'Send a text.')
    if (field.type === 'richText') return isRichText(value) ? [] : wrong(path, 'Send a document of the editor.')
    if (field.type === 'group') return inGroup(field.fields, value, path)
    if (field.type === 'array') return inRow(() => field.fields, value, path)
    if (field.type !== 'blocks') return []
    const blocks = new Map(field.blocks.map((block) => [block.slug, block.fields]))
    return inRow(({ blockType }) => blocks.get(String(blockType)), value, path)
  })
}
