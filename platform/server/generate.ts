import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'

Object.assign(process.env, { NODE_ENV: 'production' })

const reference = fileURLToPath(new URL('../../docs/reference', import.meta.url))

/** Writes what follows from the configuration: types of all documents, the admin's components, the reference pages. */
async function generate(): Promise<void> {
  const { generateImportMap } = await import('payload')
  const { generateTypes } = await import('payload/node')
  const { referencePages } = await import('./reference/pages.ts')
  const config = await (await import('../../payload.config.ts')).default
  await generateTypes(config, { log: false })
  await generateImportMap(config, { force: true, log: false })
  mkdirSync(reference, { recursive: true })
  const pages = await referencePages(config)
  for (const [name, text] of Object.entries(pages)) writeFileSync(path.join(reference, name), text)
  console.log(`Written: payload-types.ts, the admin's import map, docs/reference/{${Object.keys(pages).join(', ')}}.`)
  process.exit(0)
}

await run(generate)
