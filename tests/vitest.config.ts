import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { chromiumPath, mongodPath, schemathesisPath } from './support/tools.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const apart = ['tests/architecture/**', 'tests/browser/**', 'tests/bench/**', 'tests/fuzz/schemathesis.test.ts']

const shared = { root, pool: 'forks' as const, testTimeout: 30_000, hookTimeout: 120_000, restoreMocks: true }

/** What files read that import the settings before they boot anything; vitest itself sets MODE to "test". */
const env = {
  NODE_ENV: 'production' as const,
  MODE: 'sandbox',
  PAYLOAD_SECRET: 'a secret for tests only, 0123456789abcdef',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal',
}

/** Vite would take another copy of graphql than Payload does, and two copies do not know each other's types. */
const resolve = { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] }

const mongo = Boolean(process.env.MONGO_TEST_URL ?? mongodPath())

/** The same files on both databases; MongoDB and the browser only where they are installed. */
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
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
              resolve,
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
        ? [{ resolve, test: { ...shared, name: 'fuzz', include: ['tests/fuzz/schemathesis.test.ts'], env: { ...env, ENGINE: 'sqlite' } } }]
        : []),
      { test: { ...shared, name: 'architecture', include: ['tests/architecture/**/*.test.ts'], env } },
      ...(chromiumPath()
        ? [
            {
              test: {
                ...shared,
                name: 'browser',
                include: ['tests/browser/**/*.test.ts'],
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
