import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MongoClient } from 'mongodb'
import { mongodPath } from './tools.ts'

/** A MongoDB server that runs for tests alone. */
export type Mongod = { url: string; stop: () => Promise<void> }

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Starts mongod as a replica set of one, on a free port and an empty folder in `place`, and waits until it takes writes. */
export async function startMongod(binary = mongodPath(), place = tmpdir()): Promise<Mongod> {
  if (!binary) throw new Error('No mongod found (PATH or MONGOD_BIN).')
  const folder = mkdtempSync(path.join(place, 'vior-mongod-'))
  const log = path.join(folder, 'mongod.log')
  const port = await freePort()
  let stopping = false
  const args = [
    '--dbpath',
    folder,
    '--port',
    String(port),
    '--bind_ip',
    '127.0.0.1',
    '--replSet',
    'rs0',
    '--wiredTigerCacheSizeGB',
    '0.25',
    '--setParameter',
    'enableTestCommands=1',
    // Each test file has a database of hundreds of files: they are closed, and go with their database, soon.
    '--setParameter',
    'minSnapshotHistoryWindowInSeconds=0',
    '--wiredTigerEngineConfigString',
    'file_manager=(close_idle_time=5,close_scan_interval=2,close_handle_minimum=200)',
    '--logpath',
    log,
  ]
  // As many open files as it may have.
  const server = spawn('/bin/sh', ['-c', 'ulimit -n "$(ulimit -Hn)"; exec "$0" "$@"', binary, ...args], { stdio: 'ignore' })
  server.once('exit', (code, signal) => {
    if (signal === 'SIGKILL' && stopping) return
    console.error(`mongod ended by itself (${signal ?? code}):\n${readFileSync(log, 'utf8').split('\n').slice(-20).join('\n')}`)
  })
  const exited = once(server, 'exit')
  const stop = async () => {
    stopping = true
    server.kill('SIGKILL')
    await exited
    rmSync(folder, { recursive: true, force: true })
  }
  const address = `mongodb://127.0.0.1:${port}`
  const url = `${address}/?replicaSet=rs0`
  try {
    const direct = new MongoClient(`${address}/?directConnection=true`, { serverSelectionTimeoutMS: 30_000 })
    await direct.db('admin').command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } })
    await direct.close()
    // Asking for the replica set waits for its primary.
    const primary = await new MongoClient(url, { serverSelectionTimeoutMS: 30_000 }).connect()
    await primary.close()
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}
