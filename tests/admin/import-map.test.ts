import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

Object.assign(process.env, {
  MODE: 'sandbox',
  PAYLOAD_SECRET: 'a secret for tests only, 0123456789abcdef',
  DATA_DIR: mkdtempSync(path.join(tmpdir(), 'vior-import-map-')),
})

/** Their order hangs on the order of the collections and means nothing. */
const linesOf = (file: string) => readFileSync(file, 'utf8').replaceAll(/,$/gm, '').split('\n').sort()

test('no field brings the editor that Payload loads from another host', async () => {
  const { traverseFields } = await import('payload')
  const { collections, globals } = await (await import('../../payload.config.ts')).default
  const found: string[] = []
  for (const { slug, fields } of [...collections, ...globals])
    traverseFields({
      fields,
      callback: ({ field }) => {
        const loads = (field.type === 'json' || field.type === 'code') && !field.admin?.components?.Field && !field.admin?.hidden
        if (loads && !slug.startsWith('payload-')) found.push(`${slug}.${field.name}`)
      },
    })
  expect(found).toEqual([])
})

test('the committed import map knows every component that the configuration names: npm run generate', async () => {
  const { generateImportMap } = await import('payload')
  const config = await (await import('../../payload.config.ts')).default
  const committed = config.admin.importMap.importMapFile as string
  // In the same folder, because the addresses in it are relative.
  const fresh = path.join(path.dirname(committed), `.import-map-${randomBytes(4).toString('hex')}.js`)
  try {
    const importMap = { ...config.admin.importMap, importMapFile: fresh }
    await generateImportMap({ ...config, admin: { ...config.admin, importMap } }, { force: true, log: false })
    expect(linesOf(committed)).toEqual(linesOf(fresh))
  } finally {
    rmSync(fresh, { force: true })
  }
})
