import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { chromiumPath, firefoxPath, hasWebkit, mongodPath, schemathesisPath } from './support/tools.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

// Each file has a process of its own, which need not compile anew what the others have.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url))

const apart = ['tests/architecture/**', 'tests/browser/**', 'tests/bench/**', 'tests/fuzz/schemathesis.test.ts']

/** Node runs the tests like everything else, so that they see the modules that a server has. */
const shared = {
  root,
  pool: 'forks' as const,
  experimental: { viteModuleRunner: false },
  setupFiles: ['tests/support/quick-start.ts'],
  testTimeout: 30_000,
  hookTimeout: 120_000,
  // What comes after a while comes later on a busy machine.
  expect: { poll: { timeout: 15_000 } },
  restoreMocks: true,
}

/** What files read that import the settings before they boot anything; vitest itself sets MODE to "test". */
const env = {
  NODE_ENV: 'production' as const,
  MODE: 'sandbox',
  PAYLOAD_SECRET: 'a secret for tests only, 0123456789abcdef',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal',
}

const mongo = Boolean(process.env.MONGO_TEST_URL ?? mongodPath())

/** The same files on both databases; MongoDB and the browsers only where they are installed. */
export default defineConfig({
  root,
  test: {
    // One more than the cores of a small machine: a worker that waits for a job, a kill or a clock leaves its core to another.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...shared,
          name: 'sqlite',
          include: ['tests/**/*.test.ts'],
          // Several processes need MongoDB.
          exclude: [...apart, 'tests/processes/**'],
          env: { ...env, ENGINE: 'sqlite' },
        },
      },
      ...(mongo
        ? [
            {
              test: {
                ...shared,
                name: 'mongodb',
                include: ['tests/**/*.test.ts'],
                exclude: apart,
                env: { ...env, ENGINE: 'mongodb' },
                globalSetup: 'tests/support/mongodb-setup.ts',
              },
            },
          ]
        : []),
      ...(schemathesisPath()
        ? [{ test: { ...shared, name: 'fuzz', include: ['tests/fuzz/schemathesis.test.ts'], env: { ...env, ENGINE: 'sqlite' } } }]
        : []),
      { test: { ...shared, name: 'architecture', include: ['tests/architecture/**/*.test.ts'], env } },
      ...(chromiumPath()
        ? [
            {
              test: {
                ...shared,
                name: 'browser',
                include: ['tests/browser/**/*.test.ts'],
                exclude: [
                  ...(firefoxPath() ? [] : ['tests/browser/firefox.test.ts']),
                  ...(hasWebkit() ? [] : ['tests/browser/webkit.test.ts']),
                ],
                fileParallelism: false,
                testTimeout: 120_000,
                globalSetup: 'tests/support/build-setup.ts',
                env,
              },
            },
          ]
        : []),
    ],
  },
})
