import { errors } from '../errors.ts'

/** What goes wrong when lists are taken away. */
export const exportErrors = {
  TOO_MANY_ROWS: [400, 'That is too much for a PDF. Narrow the filter, or take a spreadsheet.'],
} as const satisfies Record<string, readonly [status: number, text: string]>

/** Throws one of the errors of exports. */
export const fail = errors(exportErrors)
