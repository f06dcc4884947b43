import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MongoBackend } from '@agendajs/mongo-backend'
import type { AgendaBackend } from 'agenda'
import { MongoClient } from 'mongodb'
import { sqliteBackend } from '../../jobs/sqlite-backend.ts'
import { singleWriter } from '../../platform/database/single-writer.ts'

/** A place for jobs that other processes can open too, by its address. */
export type Place = {
  address: string
  open: () => Promise<{ backend: AgendaBackend; close: () => Promise<void> }>
  remove: () => Promise<void>
}

/** Opens the jobs at an address: a file or a MongoDB database. */
export async function openBackend(address: string): Promise<{ backend: AgendaBackend; close: () => Promise<void> }> {
  if (address.startsWith('mongodb')) {
    const client = await new MongoClient(address).connect()
    return { backend: new MongoBackend({ mongo: client.db() }), close: () => client.close() }
  }
  const client = singleWriter(address)
  return { backend: sqliteBackend(client), close: async () => client.close() }
}

/** A new, empty place on the engine under test. */
export function place(): Place {
  const dir = mkdtempSync(path.join(tmpdir(), 'vior-jobs-'))
  const mongo = process.env.ENGINE === 'mongodb'
  const url = new URL(mongo ? (process.env.MONGO_TEST_URL as string) : 'file:///')
  url.pathname = `/test_${path.basename(dir).replace(/\W/g, '_')}`
  const address = mongo ? url.href : path.join(dir, 'jobs.db')
  return {
    address,
    open: () => openBackend(address),
    remove: async () => {
      if (mongo) {
        const client = await new MongoClient(address).connect()
        await client.db().dropDatabase()
        await client.close()
      }
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
