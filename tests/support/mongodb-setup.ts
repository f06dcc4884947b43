import { startMongod } from './mongod.ts'

/** Gives the tests a replica set, unless `MONGO_TEST_URL` names one that runs already. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.MONGO_TEST_URL) return undefined
  const { url, stop } = await startMongod()
  process.env.MONGO_TEST_URL = url
  return stop
}
