import { localeCodes } from '../locales.ts'
import { type Json, ref } from './json.ts'

const whole = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum })

const locales = { type: 'string', enum: [...localeCodes] }

/** Parameters that many operations share, by the names under which they are pointed at. */
export const parameters: Record<string, Json> = {
  id: { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
  where: {
    name: 'where',
    in: 'query',
    style: 'deepObject',
    explode: true,
    description:
      'Selects documents: `where[price][less_than]=200000`. Operators: equals, not_equals, in, not_in, exists, greater_than, greater_than_equal, less_than, less_than_equal, like, not_like, contains, near, within, intersects. Combine with `where[and][0]…` and `where[or][0]…`.',
    schema: { type: 'object', additionalProperties: true },
  },
  sort: {
    name: 'sort',
    in: 'query',
    description: 'A field, with a minus before it for the other direction; several with commas between.',
    schema: { type: 'string' },
    example: '-createdAt',
  },
  limit: { name: 'limit', in: 'query', description: 'How many on a page; 0: all.', schema: whole(0, 10_000) },
  page: { name: 'page', in: 'query', schema: whole(1, 1_000_000_000) },
  depth: {
    name: 'depth',
    in: 'query',
    description: 'How many levels of related documents come along instead of their ids.',
    schema: whole(0, 10),
  },
  locale: {
    name: 'locale',
    in: 'query',
    description:
      'The language of localized fields. `all` is taken as well: each localized field is then an object with its value by language, a shape that the schemas here leave out.',
    schema: locales,
  },
  writtenLocale: { name: 'locale', in: 'query', description: 'The language in which localized fields are written.', schema: locales },
  fallbackLocale: {
    name: 'fallback-locale',
    in: 'query',
    description: 'The language instead where a text is missing; `none`: none.',
    schema: { type: 'string', enum: [...localeCodes, 'none'] },
  },
  select: {
    name: 'select',
    in: 'query',
    style: 'deepObject',
    explode: true,
    description: 'Only these fields: `select[title]=true`.',
    schema: { type: 'object', additionalProperties: { type: 'string', enum: ['true', 'false'] } },
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Any text of your own. Sent again with the same key and body, the request is done once and answered the same.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' },
  },
}

/** Points at shared parameters. */
export const shared = (...names: (keyof typeof parameters)[]): Json[] => names.map((name) => ref('parameters', name))
