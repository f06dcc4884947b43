import { fileURLToPath } from 'node:url'
import type { DatabaseAdapterObj } from 'payload'

/** The path of the file that an address of SQLite names. */
export const fileOf = (url: string): string => (url.startsWith('file://') ? fileURLToPath(url) : url.replace(/^file:/, ''))

/** The database that an address names: MongoDB for `mongodb://` and `mongodb+srv://`, SQLite for `file:` and plain paths. Only what belongs to it is loaded. */
export async function database({ url }: { url: string }): Promise<DatabaseAdapterObj> {
  if (/^mongodb(\+srv)?:/.test(url)) return (await import('./mongodb.ts')).mongodb({ url })
  return (await import('./sqlite.ts')).sqlite({ file: fileOf(url) })
}
