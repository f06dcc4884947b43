import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { authors } from './collections/authors.ts'
import { connections } from './collections/connections.ts'
import { contactSubscribers } from './collections/contact/notify.ts'
import { contactMessages } from './collections/contact-messages.ts'
import { editor } from './collections/content/editor.ts'
import { contentPlugin } from './collections/content/plugin.ts'
import { contentSearchables } from './collections/content/searchables.ts'
import { faqs } from './collections/faqs.ts'
import { privateFiles } from './collections/files/collection.ts'
import { media } from './collections/media.ts'
import { pages } from './collections/pages.ts'
import { postCategories } from './collections/post-categories.ts'
import { posts } from './collections/posts.ts'
import { redirects } from './collections/redirects.ts'
import { contentSeed } from './collections/samples/seed.ts'
import { accountsSeed } from './collections/seed.ts'
import { settings } from './collections/settings.ts'
import { users } from './collections/users.ts'
import { contentWidgets } from './collections/widgets.ts'
import { jobErrors } from './jobs/by-hand.ts'
import { jobs } from './jobs/collection.ts'
import { platformJobs } from './jobs/platform-jobs.ts'
import { admin } from './platform/admin/config.ts'
import { platformWidgets } from './platform/admin/platform-widgets.ts'
import { adminPlugin } from './platform/admin/plugin.ts'
import { auditLog } from './platform/audit/collection.ts'
import { secretsCheck } from './platform/connections-check.ts'
import { database } from './platform/database/index.ts'
import { environment, origins } from './platform/environment.ts'
import { exportsPlugin } from './platform/exports/plugin.ts'
import { guardsPlugin } from './platform/guards.ts'
import { idempotencyKeys } from './platform/idempotency/collection.ts'
import { keysPlugin } from './platform/keys/plugin.ts'
import { localization } from './platform/locales.ts'
import { logger } from './platform/logger.ts'
import { mailAdapter } from './platform/mail/adapter.ts'
import { mails } from './platform/mail/collection.ts'
import { mailServerCheck } from './platform/mail/live-check.ts'
import { mcpEndpoints } from './platform/mcp/endpoint.ts'
import { notificationsPlugin } from './platform/notifications/plugin.ts'
import { numberSeries } from './platform/numbers/collection.ts'
import { outbox } from './platform/outbox/collection.ts'
import { subscribers } from './platform/outbox/subscribers.ts'
import { rememberFailure } from './platform/problem.ts'
import { searchEndpoints } from './platform/search/endpoints.ts'
import { sessionsPlugin } from './platform/sessions/plugin.ts'
import { taxPlugin } from './platform/tax/plugin.ts'
import { transitions } from './platform/transitions/collection.ts'
import { v1Plugin } from './platform/v1/plugin.ts'
import { webhooksPlugin } from './platform/webhooks/plugin.ts'
import { paymentsPlugin } from './plugins/payments/index.ts'
import { azampay } from './plugins/payments/providers/azampay.ts'
import { cash } from './plugins/payments/providers/cash.ts'
import { shopPlugin } from './plugins/shop/index.ts'

export default buildConfig({
  secret: environment.secret,
  serverURL: environment.publicUrl,
  csrf: origins(environment),
  cors: origins(environment),
  telemetry: false,
  logger,
  graphQL: { disableIntrospectionInProduction: false, disablePlaygroundInProduction: true, maxComplexity: 1000 },
  db: await database({ url: environment.databaseUrl }),
  email: mailAdapter,
  editor,
  sharp,
  localization,
  admin,
  defaultDepth: 1,
  maxDepth: 5,
  hooks: { afterError: [rememberFailure] },
  collections: [
    users,
    pages,
    posts,
    postCategories,
    authors,
    faqs,
    media,
    redirects,
    contactMessages,
    privateFiles,
    auditLog,
    transitions,
    outbox,
    mails,
    idempotencyKeys,
    numberSeries,
    jobs,
  ],
  globals: [settings, connections],
  endpoints: [...searchEndpoints, ...mcpEndpoints],
  custom: {
    jobs: platformJobs,
    errors: { jobs: jobErrors },
    subscribers: [...subscribers, ...contactSubscribers],
    liveChecks: [mailServerCheck, secretsCheck],
    seeds: [accountsSeed, contentSeed],
    searchables: contentSearchables,
    payables: [],
    providers: [],
    widgets: [...contentWidgets, ...platformWidgets],
  },
  plugins: [
    taxPlugin(),
    shopPlugin(),
    paymentsPlugin({ payables: [], providers: [azampay, cash] }),
    sessionsPlugin(),
    notificationsPlugin(),
    webhooksPlugin(),
    keysPlugin(),
    v1Plugin(),
    contentPlugin(),
    exportsPlugin(),
    guardsPlugin(),
    adminPlugin(),
  ],
  typescript: { outputFile: path.join(path.dirname(fileURLToPath(import.meta.url)), 'payload-types.ts') },
})
