import { z } from 'zod'
import { fail } from '../errors.ts'

/** Where a page ended: the value it was sorted by, and the id that decides between equals. */
export type Cursor = { value: string | number; id: string }

/** A cursor as callers hand it on. */
export const written = ({ value, id }: Cursor): string => Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** Reads a cursor; throws VALIDATION when it is none of this list. */
export function readCursor(text: string, value: z.ZodType): Cursor {
  try {
    const [sorted, id] = z.tuple([value, z.uuid()]).parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { value: sorted as Cursor['value'], id }
  } catch {
    return fail('VALIDATION', { errors: [{ path: 'after', code: 'INVALID', message: 'This is not the `next` of a page of this list.' }] })
  }
}
