import type { Client } from '@libsql/client'
import type { AgendaBackend } from 'agenda'
import type { Db } from 'mongodb'
import type { Payload } from 'payload'
import { sqliteBackend } from './sqlite-backend.ts'

const collection = 'agendaJobs'

/** Where agenda keeps its jobs: in the database of the platform, whichever that is, over the connection that is there. */
export async function backendOf(payload: Payload): Promise<AgendaBackend> {
  const { client, connection } = payload.db as unknown as { client?: Client; connection?: { db?: Db } }
  if (connection?.db) {
    // Without it, processes that start at the same moment would each put up a job of the same name.
    await connection.db
      .collection(collection)
      .createIndex({ name: 1 }, { name: 'oneOfEachName', unique: true, partialFilterExpression: { type: 'single' } })
    // Loaded here, because SQLite has no use for the driver.
    const { MongoBackend } = await import('@agendajs/mongo-backend')
    return new MongoBackend({ mongo: connection.db, collection })
  }
  if (client) return sqliteBackend(client)
  throw new Error('The jobs need a database that is connected.')
}
