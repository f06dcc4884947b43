import { isDeepStrictEqual } from 'node:util'
import { type CollectionConfig, definePlugin } from 'payload'
import { actionsField } from '../actions.ts'
import { shared } from '../instance.ts'
import { afterCommit } from '../transaction.ts'
import { signIns } from './collection.ts'
import { endOneEndpoint, endOthersEndpoint, listEndpoint } from './endpoints.ts'
import { sessionJobs } from './jobs.ts'
import { currentSession, sessionsEnded } from './sessions.ts'

const withSessions = (users: CollectionConfig): CollectionConfig => ({
  ...users,
  endpoints: [...(users.endpoints || []), listEndpoint, endOneEndpoint, endOthersEndpoint],
  fields: [
    ...users.fields,
    actionsField,
    { name: 'signIns', type: 'ui', admin: { components: { Field: '/platform/admin/components/SignIns.tsx#SignIns' } } },
  ],
  hooks: {
    ...users.hooks,
    afterChange: [
      ...(users.hooks?.afterChange ?? []),
      ({ doc, previousDoc, operation, req }) => {
        if (operation === 'update' && !isDeepStrictEqual(doc.roles, previousDoc.roles))
          afterCommit(req, () => shared(req.payload).closeSockets?.('person', [doc.id]))
        return doc
      },
    ],
    afterLogout: [
      ...(users.hooks?.afterLogout ?? []),
      async ({ req }) => {
        const session = currentSession(req)
        if (session) await sessionsEnded(req, [session])
      },
    ],
  },
})

/** Sessions that people can see and end. */
export const sessionsPlugin = definePlugin({
  slug: 'sessions',
  order: 830,
  plugin: ({ config }) => ({
    ...config,
    collections: [...(config.collections ?? []).map((each) => (each.slug === 'users' ? withSessions(each) : each)), signIns],
    custom: { ...config.custom, jobs: [...(config.custom?.jobs ?? []), ...sessionJobs] },
  }),
})
