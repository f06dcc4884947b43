import { definePlugin } from 'payload'
import { eventsOf } from '../outbox/event.ts'
import { webhooks } from './collection.ts'
import { deliverWebhooks, webhookAudience } from './deliver.ts'
import { webhookDeliveries } from './deliveries.ts'
import { webhookErrors } from './errors.ts'
import { webhookSubscribers } from './notify.ts'
import { forgetDeliveries } from './retention.ts'

/** Webhooks: others are told over the network of what happens here, signed and again until they have it. Runs after the plugins that declare events. */
export const webhooksPlugin = definePlugin({
  slug: 'webhooks',
  order: 840,
  plugin: ({ config }) => {
    const { custom = {} } = config
    return {
      ...config,
      collections: [...(config.collections ?? []), webhooks(Object.keys(eventsOf(config)).sort()), webhookDeliveries],
      custom: {
        ...custom,
        areas: { ...custom.areas, webhooks: { label: 'Webhooks', collections: ['webhooks', 'webhook-deliveries'] } },
        errors: { ...custom.errors, webhooks: webhookErrors },
        audiences: [...(custom.audiences ?? []), webhookAudience],
        subscribers: [...(custom.subscribers ?? []), ...webhookSubscribers],
        jobs: [...(custom.jobs ?? []), { name: 'webhooks.deliver', every: '10 seconds', run: deliverWebhooks }, forgetDeliveries],
      },
    }
  },
})
