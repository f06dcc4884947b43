import { startVitest } from 'vitest/node'
import { chromiumPath, firefoxPath, hasWebkit, mongodPath, schemathesisPath } from './support/tools.ts'

Object.assign(process.env, { NODE_ENV: 'production' })

if (!process.env.MONGO_TEST_URL && !mongodPath()) console.log('No mongod found (PATH or MONGOD_BIN): the tests run on SQLite only.')
if (!chromiumPath()) console.log('No Chromium found (PATH or CHROMIUM_BIN): the browser tests are left out.')
if (chromiumPath() && !firefoxPath()) console.log('No Firefox found (PATH or FIREFOX_BIN): the site is not tried in Firefox.')
if (chromiumPath() && !hasWebkit())
  console.log('No WebKitWebDriver or no Xvfb found (PATH, WEBKIT_DRIVER_BIN, XVFB_BIN): the site is not tried in WebKit.')
if (!schemathesisPath()) console.log('No schemathesis found (PATH or SCHEMATHESIS_BIN): the API is not fuzzed.')

const vitest = await startVitest('test', process.argv.slice(2), { config: 'tests/vitest.config.ts', run: true, watch: false })
const modules = vitest.state.getTestModules()
const counts = { passed: 0, failed: 0, skipped: 0 }
for (const module of modules) {
  for (const test of module.children.allTests()) {
    const { state } = test.result()
    counts[state === 'pending' ? 'failed' : state] += 1
  }
  // A file that does not even load has no tests to fail.
  if (module.state() === 'failed' && module.errors().length > 0) counts.failed += 1
}
counts.failed += vitest.state.getUnhandledErrors().length
await vitest.close()

console.log(`${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`)
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0)
