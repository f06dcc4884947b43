import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

/**
 * Turns the index of translated texts round: Payload puts the language before the document, so that the texts of one document, which every read asks
 * for, were found by looking at those of all documents.
 */
export function parentFirst(db: SQLiteAdapter): void {
  db.beforeSchemaInit.push(({ schema }) => {
    for (const { indexes } of Object.values(db.rawTables))
      for (const index of Object.values(indexes ?? {})) if (String(index.on) === '_locale,_parentID') index.on = ['_parentID', '_locale']
    return schema
  })
}
