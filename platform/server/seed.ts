import { parseArgs } from 'node:util'
import { createLocalReq, getPayload, type Payload } from 'payload'
import type { SeedOptions } from '../seed.ts'
import { plant } from '../seed.ts'
import { run, told } from './run.ts'

/** Stands in the database from the first of the sample data to the last. */
const unfinished = 'sample-data-unfinished'

/** Whether nobody has ever used this database, or the process ended in the middle of planting. */
export async function wantsSeed(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({ collection: 'users', req: await createLocalReq({}, payload) })
  return totalDocs === 0 || (await payload.kv.has(unfinished))
}

/** Plants the sample data and says what it does. */
export async function seed(payload: Payload, options: SeedOptions = {}, report: (line: string) => void = console.log): Promise<void> {
  const started = performance.now()
  await payload.kv.set(unfinished, true)
  await plant(payload, options, (name) => report(`Sample data: ${name}.`))
  await payload.kv.delete(unfinished)
  report(`Sample data planted in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}

const numberOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const number = Number(text)
  if (!(Number.isInteger(number) && number >= 0)) throw told('--products must be a whole number, for instance 500.')
  return number
}

/** `npm run seed -- --products N`, or `npm run seed -- --admin you@example.com` */
async function command(): Promise<void> {
  Object.assign(process.env, { NODE_ENV: 'production' })
  const { values } = parseArgs({ options: { products: { type: 'string' }, admin: { type: 'string' } } })
  const products = numberOf(values.products)
  const { environment } = await import('../environment.ts')
  if (environment.mode === 'live' && values.admin === undefined)
    throw told(
      'Live mode refuses sample data: its accounts have a public password. The first admin is made by: npm run seed -- --admin you@example.com',
    )
  const { default: config } = await import('../../payload.config.ts')
  const { migrate } = await import('../database/migrate.ts')
  const payload = await getPayload({ config })
  await migrate(payload)
  if (values.admin === undefined) await seed(payload, { products })
  else {
    const { makeFirstAdmin } = await import('./first-admin.ts')
    const { link } = await makeFirstAdmin(payload, environment, values.admin)
    console.log(`The first admin is there: ${values.admin}\nOpen this within an hour to set the password; it works once:\n${link}`)
  }
  await payload.destroy()
}

if (import.meta.main) await run(command)
