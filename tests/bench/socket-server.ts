// The server of the socket bench: says where it is, and sends hints when it is told to.
import { getPayload } from 'payload'
import config from '../../payload.config.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { environment } from '../../platform/environment.ts'
import { newId } from '../../platform/ids.ts'
import { shared } from '../../platform/instance.ts'
import { serve } from '../../platform/server/serve.ts'

const payload = await getPayload({ config })
await migrate(payload)
const brand = newId()
await payload.db.create({ collection: 'brands', data: { id: brand, name: 'Watched', slug: 'watched' } })
const { url } = await serve({ payload, environment })

process.on('message', ({ hint, gc }: { hint?: string; gc?: boolean }) => {
  if (hint) shared(payload).hint?.('brands', hint)
  if (gc) {
    globalThis.gc?.()
    process.send?.({ done: true })
  }
})
process.send?.({ url, documents: [brand] })
