import { parseArgs } from 'node:util'
import type { Store } from '../storage/store.ts'
import { run, told } from './run.ts'

const usage = `npm run media:move -- --from folder --to gridfs
  --dry-run    says what would be copied and changes nothing
  --remove     removes from the old store what the new one has for certain

Uploaded files are copied one by one and read back; what is there already is not copied again, so it can be
broken off and repeated at any time, also while the platform runs. The usual order: move, set STORAGE, restart,
move again with --remove, which takes along what was uploaded in between.`

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  'dry-run': { type: 'boolean' },
  remove: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const names: readonly Store['name'][] = ['folder', 'gridfs']

const storeName = (option: string, given: string | undefined): Store['name'] => {
  const name = names.find((each) => each === given)
  if (!name) throw told(`--${option} must be ${names.join(' or ')}.\n\n${usage}`)
  return name
}

/** `npm run media:move`: brings uploaded files from one store to another. */
async function mediaMove(): Promise<void> {
  const { values } = parseArgs({ options })
  if (values.help) return console.log(usage)
  const [from, to] = [storeName('from', values.from), storeName('to', values.to)]
  if (from === to) throw told('--from and --to are the same store.')
  Object.assign(process.env, { NODE_ENV: 'production' })
  process.env.LOG_LEVEL ??= 'fatal'
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const { openStore } = await import('../storage/open.ts')
  const { moveObjects } = await import('../storage/move.ts')
  const payload = await getPayload({ config })
  const open = (name: Store['name']) => {
    try {
      return openStore(payload, name)
    } catch (error) {
      throw told((error as Error).message)
    }
  }
  const dry = values['dry-run'] === true
  const areas = payload.config.collections.filter(({ upload }) => upload).map(({ slug }) => slug)
  const done = await moveObjects({ from: open(from), to: open(to), areas, dry, remove: values.remove, told: (line) => console.log(line) })
  const mega = (done.bytes / 1_000_000).toFixed(1)
  console.log(
    `${dry ? 'Would copy' : 'Copied'} ${done.copied} files (${mega} MB); ${done.there} were there already; ${done.removed} removed from the old store; ${done.failed.length} failed.`,
  )
  await payload.destroy()
  process.exit(done.failed.length > 0 ? 1 : 0)
}

await run(mediaMove)
