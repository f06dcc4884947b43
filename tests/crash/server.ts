// A whole server as a process of its own, to be killed: says `ready <audit as JSON>` once it serves. With WAIT=yes it opens
// nothing before it is told to; GOODS says how many kinds it sells, JOBS=yes that it works off what waits as well.
import { once } from 'node:events'
import { getPayload } from 'payload'
import config from '../../payload.config.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { environment } from '../../platform/environment.ts'
import { serve } from '../../platform/server/serve.ts'
import { audit, stockUp } from './books.ts'

if (process.env.WAIT) await once(process.stdin, 'data')
const payload = await getPayload({ config })
await migrate(payload)
const variants = await stockUp(payload, Number(process.env.GOODS ?? 2))
const books = await audit(payload)
const { url } = await serve({ payload, environment, parts: { jobs: process.env.JOBS === 'yes' } })
console.log(`ready ${JSON.stringify({ url, variants, ...books })}`)
