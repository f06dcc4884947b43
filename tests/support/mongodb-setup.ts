import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { startMongod } from './mongod.ts'

const memory = '/dev/shm'

/** A place for files in memory, where there is one with four gigabytes to spare: hundreds of databases come and go, each with hundreds of indexes. */
function place(): string {
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 4 * 2 ** 30 ? memory : tmpdir()
}

/** Gives the tests a replica set, unless `MONGO_TEST_URL` names one that runs already. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.MONGO_TEST_URL) return undefined
  const { url, stop } = await startMongod(undefined, place())
  process.env.MONGO_TEST_URL = url
  return stop
}
