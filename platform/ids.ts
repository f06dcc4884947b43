import type { TextField } from 'payload'
import { v7, validate } from 'uuid'

/** A new identifier: UUIDv7, so that ids order by time of birth and devices may make them offline. */
export const newId = (): string => v7()

/** Whether a value may be the id of a document. */
export const isId = (value: unknown): value is string => typeof value === 'string' && validate(value)

/** The id of a related document, whether it was populated or not. */
export const idOf = (related: string | { id: string }): string => (typeof related === 'string' ? related : related.id)

/** The id of every collection of ours: a UUIDv7 made on creation, or brought along by a device that was offline. */
export const idField = (): TextField => ({
  name: 'id',
  type: 'text',
  required: true,
  defaultValue: newId,
  admin: { hidden: true },
  validate: (value: unknown) => isId(value) || 'An id is a UUID.',
})
