import type { Field } from 'payload'
import { isSecretField, isSecretState } from './secrets.ts'

type Data = Record<string, unknown>

/** Whether a value is an object of JSON. */
export const isPlainObject = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

const isNothing = (value: unknown): boolean => value === undefined || value === null

/** Whether one value, or each of a list where the field holds several, is what it should be; nothing always is. */
const each = (field: Field, value: unknown, is: (item: unknown) => boolean): boolean => {
  if (isNothing(value)) return true
  return 'hasMany' in field && field.hasMany === true ? Array.isArray(value) && value.every(is) : is(value)
}

/** One engine ends a text at a null character, and none keeps half of a character; no person types either. */
const isText = (value: unknown): boolean => typeof value === 'string' && !value.includes('\0') && value.isWellFormed()

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)

/** An empty text stands for nothing: forms that were cleared send it. */
const isMoment = (value: unknown): boolean =>
  value instanceof Date || (typeof value === 'string' && (value === '' || !Number.isNaN(Date.parse(value))))

const isNode = (value: unknown): boolean =>
  isPlainObject(value) &&
  typeof value.type === 'string' &&
  (value.type !== 'text' || typeof value.text === 'string') &&
  (value.children === undefined || (Array.isArray(value.children) && value.children.every(isNode)))

/** An id, or the document itself as it was read before. */
const isReference = (value: unknown): boolean => isText(isPlainObject(value) ? value.id : value)

const isNamedReference = (value: unknown): boolean =>
  isPlainObject(value) && typeof value.relationTo === 'string' && isReference(value.value)

const optionsOf = (field: Field): unknown[] =>
  'options' in field ? (field.options ?? []).map((option) => (typeof option === 'object' ? option.value : option)) : []

type Check = { fits: (field: Field, value: unknown) => boolean; message: string }

const text: Check = { fits: (field, value) => each(field, value, isText), message: 'Send a text of whole characters, none of them null.' }

const choice: Check = {
  fits: (field, value) => each(field, value, (item) => item === '' || optionsOf(field).includes(item)),
  message: 'Send one of the choices.',
}

const reference: Check = {
  fits: (field, value) =>
    value === '' || each(field, value, 'relationTo' in field && Array.isArray(field.relationTo) ? isNamedReference : isReference),
  message: 'Send the id of a document.',
}

const checks: Partial<Record<Field['type'], Check>> = {
  text,
  textarea: text,
  email: text,
  code: text,
  select: choice,
  radio: choice,
  number: { fits: (field, value) => each(field, value, isNumber), message: 'Send a number.' },
  checkbox: { fits: (_field, value) => isNothing(value) || typeof value === 'boolean', message: 'Send true or false.' },
  date: { fits: (_field, value) => isNothing(value) || isMoment(value), message: 'Send a time such as 2026-11-20T08:00:00Z.' },
  point: {
    fits: (_field, value) => isNothing(value) || (Array.isArray(value) && value.length === 2 && value.every(isNumber)),
    message: 'Send a longitude and a latitude.',
  },
  relationship: reference,
  upload: reference,
  richText: {
    fits: (_field, value) => isNothing(value) || (isPlainObject(value) && isNode(value.root)),
    message: 'Send a document of the editor.',
  },
}

const secret: Check = { fits: (field, value) => text.fits(field, value) || isSecretState(value), message: text.message }

/** Why a field cannot hold a value at all, whatever the document says of it; undefined when it can. */
export function misfit(field: Field, value: unknown): string | undefined {
  const check = isSecretField(field) ? secret : checks[field.type]
  return check && !check.fits(field, value) ? check.message : undefined
}
