// A server in a process of its own, for tests that end it; they talk to it by messages.
import { endWell } from '../../platform/server/end.ts'

const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config.ts')
const { environment } = await import('../../platform/environment.ts')
const { migrate } = await import('../../platform/database/migrate.ts')
const { serve } = await import('../../platform/server/serve.ts')

const payload = await getPayload({ config })
await migrate(payload)
const served = await serve({ payload, environment, parts: { jobs: true } })
endWell(payload, served)

process.on('message', (message) => {
  if (message === 'reject') void Promise.reject(new Error('nobody listens'))
  if (message === 'lose a visitor') void Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNRESET' }))
})
process.send?.({ url: served.url })
