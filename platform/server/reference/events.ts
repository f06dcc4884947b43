import type { SanitizedConfig } from 'payload'
import { z } from 'zod'
import { eventsOf as declaredEvents, type EventType } from '../../outbox/event.ts'
import { eventsOf, subscribersOf } from './parts.ts'

type Shape = { type?: unknown; format?: string; anyOf?: Shape[]; enum?: unknown[]; items?: Shape; properties?: Record<string, Shape> }

const typeOf = ({ type, format, anyOf, enum: values, items }: Shape): string => {
  if (anyOf) return anyOf.map(typeOf).join(' or ')
  if (values) return values.map(String).join(' or ')
  if (items) return `list of ${typeOf(items)}`
  return format === 'uuid' ? 'id' : format === 'date-time' ? 'time' : [type ?? 'any'].flat().join(' or ')
}

const carried = ({ data }: EventType): string =>
  Object.entries((z.toJSONSchema(data, { io: 'output', unrepresentable: 'any' }) as Shape).properties ?? {})
    .map(([name, shape]) => `\`${name}\` (${typeOf(shape)})`)
    .join(', ')

/** All events as a page of the documentation: when each is told, what it carries, who hears it. */
export function eventsPage(config: SanitizedConfig): string {
  const declared = declaredEvents(config)
  const heardBy = (event: string) =>
    subscribersOf(config)
      .filter((subscriber) => subscriber.event === event)
      .map(({ name }) => `\`${name}\``)
      .join(', ') || '–'
  const rows = Object.entries(declared)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, event]) => `| \`${name}\` | ${event.summary} | ${carried(event)} | ${heardBy(name)} |`)
  const inner = eventsOf(config)
    .filter((name) => !Object.hasOwn(declared, name))
    .map((name) => `| \`${name}\` | ${heardBy(name)} |`)
  return `# Events\n\nGenerated from the configuration by \`npm run generate\`. An event is written in the transaction of what happened and delivered after its commit.\n\n| event | when | carries | heard by |\n|---|---|---|---|\n${rows.join('\n')}\n\nOf use inside the platform only:\n\n| event | heard by |\n|---|---|\n${inner.join('\n')}\n`
}
