import { parseArgs } from 'node:util'
import { createLocalReq, getPayload, type Payload } from 'payload'
import type { SeedOptions } from '../seed.ts'
import { plant } from '../seed.ts'
import { run, told } from './run.ts'

/** Whether nobody has ever used this database. */
export async function isEmpty(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({ collection: 'users', req: await createLocalReq({}, payload) })
  return totalDocs === 0
}

/** Plants the sample data and says what it does. */
export async function seed(payload: Payload, options: SeedOptions = {}, report: (line: string) => void = console.log): Promise<void> {
  const started = performance.now()
  await plant(payload, options, (name) => report(`Sample data: ${name}.`))
  report(`Sample data planted in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}

/** `npm run seed -- --products N` */
async function command(): Promise<void> {
  Object.assign(process.env, { NODE_ENV: 'production' })
  const { values } = parseArgs({ options: { products: { type: 'string' } } })
  const products = values.products === undefined ? undefined : Number(values.products)
  if (products !== undefined && !(Number.isInteger(products) && products >= 0))
    throw told('--products must be a whole number, for instance 500.')
  const { environment } = await import('../environment.ts')
  if (environment.mode === 'live') throw told('Live mode refuses sample data: its accounts have a public password.')
  const { default: config } = await import('../../payload.config.ts')
  const { migrate } = await import('../database/migrate.ts')
  const payload = await getPayload({ config })
  await migrate(payload)
  await seed(payload, { products })
  await payload.destroy()
}

if (import.meta.main) await run(command)
