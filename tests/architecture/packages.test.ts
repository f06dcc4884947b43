import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { version?: string; license?: string; link?: boolean }>
}
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

test.each(['react', 'graphql', 'mongodb', 'bson', 'vite', 'pino', 'uuid', 'file-type', 'zod', 'sharp', 'payload'])(
  'there is one %s',
  (name) => {
    const versions = Object.entries(lock.packages)
      .filter(([place]) => place.endsWith(`node_modules/${name}`))
      .map(([, { version }]) => version)
    expect(new Set(versions).size).toBe(1)
  },
)

test('every direct dependency is pinned to one version', () => {
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range),
  )
  expect(loose).toEqual([])
})

test('Node comes along also where NODE_ENV=production leaves out what is for development', () => {
  expect(manifest.dependencies).toHaveProperty('node')
})

test('every direct dependency is used', () => {
  const files = globSync(['*.{ts,json}', '{collections,jobs,platform,plugins,storefront,tests}/**/*.{ts,tsx,mjs,astro,css}'], {
    cwd: root,
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**', '**/.astro/**', 'package.json', 'package-lock.json'],
  })
  const text = files.map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n')
  // They are commands, or types of packages that are imported.
  const otherwise = /^(@types\/.+|@biomejs\/biome|node|typescript)$/
  const unused = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    (name) => !otherwise.test(name) && !new RegExp(`['"]${name}(/|['"])`).test(text),
  )
  expect(unused).toEqual([])
})

test('every package has a licence that may be used', () => {
  const fine =
    /^(\(?)(MIT|ISC|BSD-2-Clause|BSD-3-Clause|BSD|Apache[- ]2\.0|0BSD|MIT-0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Python-2\.0|MPL-2\.0|LGPL-3\.0-or-later|Zlib|WTFPL)/
  // They say MIT in a file beside the code.
  const inFile = ['ssh2', 'busboy', 'streamsearch', 'cpu-features', 'xmlhttprequest-ssl', 'png-js']
  const wrong = Object.entries(lock.packages)
    .filter(
      ([place, { license, link }]) =>
        place !== '' && !link && !fine.test(license ?? '') && !inFile.some((name) => place.endsWith(`/${name}`)),
    )
    .map(([place, { license }]) => `${place}: ${license}`)
  expect(wrong).toEqual([])
})
