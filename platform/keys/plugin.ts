import { definePlugin } from 'payload'
import { apiUsage } from '../usage/collection.ts'
import { noticeBusyKeys } from '../usage/notice.ts'
import { forgetUse } from '../usage/retention.ts'
import { areasOf, platformAreas } from './areas.ts'
import { apiKeys } from './collection.ts'
import { keyErrors } from './errors.ts'
import { narrowedCollection, narrowedGlobal } from './narrowed.ts'
import { keySubscribers } from './notify.ts'

/** API keys with scopes: every collection and global is reached by a key only within them. Runs after the plugins that bring collections and areas. */
export const keysPlugin = definePlugin({
  slug: 'keys',
  order: 850,
  plugin: ({ config }) => {
    const { custom = {} } = config
    const areas = { ...platformAreas, ...areasOf(config) }
    return {
      ...config,
      custom: {
        ...custom,
        areas,
        errors: { ...custom.errors, keys: keyErrors },
        subscribers: [...(custom.subscribers ?? []), ...keySubscribers],
        jobs: [...(custom.jobs ?? []), noticeBusyKeys, forgetUse],
      },
      collections: [...(config.collections ?? []), apiKeys(areas), apiUsage].map(narrowedCollection(areas)),
      globals: config.globals?.map(narrowedGlobal(areas)),
    }
  },
})
