import { randomUUID } from 'node:crypto'
import type { MongoClient, UUID } from 'mongodb'

/** What this process is called at the database, so that others can tell whether it still lives. */
export const appName = `vior ${randomUUID()}`

type Operation = { type: string; appName?: string; transaction?: object; lsid?: { id: UUID } }

/**
 * Ends the transactions of processes of ours that died in the middle of them: until it notices by itself, after a minute, the database keeps from everybody else
 * what they had written to, such as the stock of what sells best. Who has no open connection any more is dead. Does nothing where it is not allowed to, and never fails.
 */
export async function endOrphans(client: MongoClient): Promise<void> {
  const admin = client.db('admin')
  const looked: Promise<unknown[]> = admin.aggregate([{ $currentOp: { idleSessions: true, idleConnections: true } }]).toArray()
  const operations = (await looked.catch(() => [])) as Operation[]
  const alive = new Set(operations.filter(({ type }) => type !== 'idleSession').map((operation) => operation.appName))
  const orphans = operations.flatMap(({ type, appName = '', transaction, lsid }) =>
    type === 'idleSession' && transaction && lsid && appName.startsWith('vior ') && !alive.has(appName) ? [{ id: lsid.id }] : [],
  )
  if (orphans.length > 0) await admin.command({ killSessions: orphans }).catch(() => undefined)
}
