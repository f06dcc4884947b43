import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, openConnection } from '../database/connection.ts'
import { fileOf } from '../database/index.ts'
import { told } from './run.ts'

/** How long the server before may take to finish what is under way, in milliseconds. */
const patience = 12_000

// Whatever the garbage collector closed would let others in.
const held = new Set<Connection>()

/**
 * SQLite is served by one process: keeps others off its file until this one ends, in whatever way, or calls what is answered.
 * Commands may run beside it.
 */
export async function onlyServer(databaseUrl: string, wait = patience): Promise<() => void> {
  if (databaseUrl.startsWith('mongodb')) return () => undefined
  const file = path.resolve(fileOf(databaseUrl))
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const lock = openConnection(`${file}-server`, [])
  const deadline = Date.now() + wait
  for (let tries = 0; !locked(lock); tries++) {
    if (Date.now() > deadline) {
      lock.close()
      throw told(`Another server runs on ${file}. Stop it, or give this one a folder of its own: DATA_DIR=./other PORT=3001 npm start`)
    }
    if (tries === 0) console.log(`Another server uses ${file}; waiting for it to finish.`)
    await pause(200)
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.run('ROLLBACK')
    lock.close()
  }
}

function locked(lock: Connection): boolean {
  try {
    lock.run('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return false
    throw error
  }
}
