import { fileURLToPath } from 'node:url'
import type { DatabaseAdapterObj } from 'payload'
import { mongodb } from './mongodb.ts'
import { sqlite } from './sqlite.ts'

const fileOf = (url: string) => (url.startsWith('file://') ? fileURLToPath(url) : url.replace(/^file:/, ''))

/** The database that an address names: MongoDB for `mongodb://` and `mongodb+srv://`, SQLite for `file:` and plain paths. */
export const database = ({ url }: { url: string }): DatabaseAdapterObj =>
  /^mongodb(\+srv)?:/.test(url) ? mongodb({ url }) : sqlite({ file: fileOf(url) })
