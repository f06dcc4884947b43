import type { SanitizedConfig } from 'payload'
import { eventsOf } from '../outbox/event.ts'
import type { Json } from './json.ts'
import { jsonBody } from './operation.ts'
import { jsonSchemaOf, type Named } from './zod-schemas.ts'

/** What is sent to whoever listens to events. */
export const webhooksOf = (config: SanitizedConfig, named: Named): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(eventsOf(config)).map(([event, { summary, data }]) => [
      event,
      {
        post: {
          operationId: `on${event
            .split(/\W+/)
            .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
            .join('')}`,
          tags: ['events'],
          summary,
          requestBody: jsonBody({
            type: 'object',
            required: ['id', 'event', 'createdAt', 'data'],
            properties: {
              id: { type: 'string', description: 'The same each time that this is sent again.' },
              event: { const: event },
              createdAt: { type: 'string', format: 'date-time' },
              data: jsonSchemaOf(data, 'output', named),
            },
          }),
          responses: { '2XX': { description: 'Received. Anything else, or no answer, and it is sent again later.' } },
        },
      },
    ]),
  )
