import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'

Object.assign(process.env, { NODE_ENV: 'production' })

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Writes what follows from the configuration: types of all documents, the admin's components, the reference pages, the sample of the settings. */
async function generate(): Promise<void> {
  const { generateImportMap } = await import('payload')
  const { generateTypes } = await import('payload/node')
  const { generatedFiles } = await import('./reference/pages.ts')
  const config = await (await import('../../payload.config.ts')).default
  await generateTypes(config, { log: false })
  await generateImportMap(config, { force: true, log: false })
  const files = await generatedFiles(config)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
  console.log(`Written: payload-types.ts, the admin's import map, ${Object.keys(files).join(', ')}.`)
  process.exit(0)
}

await run(generate)
