import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build } from 'vite'
import { locales, localized } from '../lib/paths.ts'

const source = fileURLToPath(new URL('../sw.ts', import.meta.url))

/** What the worker keeps from its first moment on; hashed files never change, the pages do with anything that was built. */
function kept(client: string) {
  const hash = createHash('sha256')
  for (const file of globSync('../server/**/*.mjs', { cwd: client }).sort()) hash.update(readFileSync(path.join(client, file)))
  const revision = hash.digest('hex').slice(0, 16)
  return [
    ...locales.map((locale) => ({ url: localized(locale, '/offline'), revision })),
    ...globSync('_astro/*.{css,js}', { cwd: client })
      .sort()
      .map((file) => ({ url: `/${file.replaceAll('\\', '/')}`, revision: null })),
  ]
}

/** Builds the service worker beside the pages, once it is known what they are made of. */
export const serviceWorker = (): AstroIntegration => ({
  name: 'service-worker',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const client = fileURLToPath(dir)
      await build({
        configFile: false,
        logLevel: 'warn',
        define: { 'process.env.NODE_ENV': '"production"', 'globalThis.__kept': JSON.stringify(kept(client)) },
        build: {
          outDir: client,
          emptyOutDir: false,
          copyPublicDir: false,
          rollupOptions: { input: source, output: { format: 'iife', entryFileNames: 'service-worker.js' } },
        },
      })
    },
  },
})
