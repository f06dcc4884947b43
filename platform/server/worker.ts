import { boot } from './boot.ts'
import { endWell } from './end.ts'
import { run } from './run.ts'
import type { Parts } from './serve.ts'
import { trimMemory } from './trim.ts'

/** How long visitors may still come over connections that they have, in milliseconds. */
const grace = 5_000

/** Runs the platform as one of several processes behind one port; whoever started it hears when it is ready, and says when it may go. */
export async function work(parts?: Parts): Promise<void> {
  const { payload, served } = await boot(parts)
  endWell(payload, served)
  process.on('message', (message) => {
    if (message !== 'leave') return
    served.stop({ grace }).then(
      () => process.exit(0),
      (error) => {
        payload.logger.error({ err: error }, 'The stop failed.')
        process.exit(1)
      },
    )
  })
  process.send?.({ ready: served.url })
  trimMemory()
}

if (import.meta.main) await run(() => work())
