import type { Db } from 'mongodb'
import type { Payload } from 'payload'
import { environment } from '../environment.ts'
import { shared } from '../instance.ts'
import { folderStore } from './folder.ts'
import { gridfsStore } from './gridfs.ts'
import type { Store } from './store.ts'

const makers: Record<Store['name'], (payload: Payload) => Store> = {
  folder: () => folderStore(environment.dataDir),
  gridfs: ({ db }) => {
    const { connection } = db as unknown as { connection?: { db?: Db } }
    if (!connection?.db) throw new Error('STORAGE=gridfs keeps files in MongoDB, and DATABASE_URL names none.')
    return gridfsStore(connection.db)
  },
}

/** Opens the store of this name. */
export const openStore = (payload: Payload, name: Store['name']): Store => makers[name](payload)

/** The store that this installation uses. */
export function storeOf(payload: Payload): Store {
  const instance = shared(payload)
  instance.store ??= openStore(payload, environment.storage)
  return instance.store
}
