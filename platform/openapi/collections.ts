import type { SanitizedCollectionConfig, SanitizedConfig, SanitizedGlobalConfig } from 'payload'
import type { Route } from '../routes.ts'
import { namesOf } from './documents.ts'
import { failures } from './errors.ts'
import { type Json, ref } from './json.ts'
import { jsonBody, operationId, success, tagOf } from './operation.ts'
import { shared } from './parameters.ts'
import { byAccess, securityOf } from './who.ts'

type Names = { document: Json; input: Json; changes: Json; one: string; many: string; form: boolean }

type Described = {
  access: string
  summary: (names: Names) => string
  parameters?: Json[]
  body?: (names: Names) => Json
  answer: (names: Names) => Record<string, Json>
  fails?: string[]
}

const text = { type: 'string' }

const list = (document: Json): Json => ({
  allOf: [ref('schemas', 'DocumentList'), { type: 'object', required: ['docs'], properties: { docs: { type: 'array', items: document } } }],
})

const version = (document: Json): Json => ({
  type: 'object',
  properties: { id: text, parent: text, version: document, createdAt: text, updatedAt: text },
})

const changed = ({ document }: Names): Json => ({
  type: 'object',
  required: ['doc', 'message'],
  properties: { message: text, doc: document },
})

const several = ({ document }: Names): Json => ({
  type: 'object',
  required: ['docs', 'message'],
  properties: { message: text, docs: { type: 'array', items: document }, errors: { type: 'array', items: { type: 'object' } } },
})

const file = { type: 'string', format: 'binary' }

/** Files come as a form: the file itself, and the fields as JSON in `_payload`. */
const made = (names: Names): Json =>
  names.form
    ? {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['file'],
              properties: { file, _payload: { type: 'string', contentMediaType: 'application/json', contentSchema: names.input } },
            },
          },
        },
      }
    : jsonBody(names.input)

const reading = shared('depth', 'locale', 'fallbackLocale', 'select')
const writing = shared('depth', 'writtenLocale', 'fallbackLocale')
const choosing = shared('where', 'sort', 'limit', 'page')

/** What Payload answers for every collection, by method and path. */
const ofCollection: Record<string, Described> = {
  'GET /': {
    access: 'read',
    summary: ({ many }) => `List ${many}`,
    parameters: [...choosing, ...reading],
    answer: ({ document }) => success(200, 'A page.', list(document)),
  },
  'POST /': {
    access: 'create',
    summary: ({ one }) => `Make one ${one}`,
    parameters: writing,
    body: made,
    answer: (names) => success(201, 'Made.', changed(names)),
    fails: ['DUPLICATE', 'FIELD_READ_ONLY'],
  },
  'PATCH /': {
    access: 'update',
    summary: ({ many }) => `Change all ${many} that \`where\` selects, or none`,
    parameters: [...shared('where', 'limit'), ...writing],
    body: ({ changes }) => jsonBody(changes),
    answer: (names) => success(200, 'Changed.', several(names)),
    fails: ['DUPLICATE', 'FIELD_READ_ONLY'],
  },
  'DELETE /': {
    access: 'delete',
    summary: ({ many }) => `Delete all ${many} that \`where\` selects, or none`,
    parameters: [...shared('where', 'limit'), ...reading],
    answer: (names) => success(200, 'Deleted.', several(names)),
  },
  'GET /count': {
    access: 'read',
    summary: ({ many }) => `Count ${many}`,
    parameters: shared('where', 'locale'),
    answer: () => success(200, 'The number.', { type: 'object', required: ['totalDocs'], properties: { totalDocs: { type: 'integer' } } }),
  },
  'GET /:id': {
    access: 'read',
    summary: ({ one }) => `Show one ${one}`,
    parameters: [...shared('id'), ...reading],
    answer: ({ document }) => success(200, 'The document.', document),
  },
  'PATCH /:id': {
    access: 'update',
    summary: ({ one }) => `Change one ${one}`,
    parameters: [...shared('id'), ...writing],
    body: ({ changes }) => jsonBody(changes),
    answer: (names) => success(200, 'Changed.', changed(names)),
    fails: ['DUPLICATE', 'FIELD_READ_ONLY'],
  },
  'DELETE /:id': {
    access: 'delete',
    summary: ({ one }) => `Delete one ${one}`,
    parameters: shared('id', 'depth'),
    answer: (names) => success(200, 'Deleted.', changed(names)),
  },
  'POST /:id/duplicate': {
    access: 'create',
    summary: ({ one }) => `Make another ${one} like this one`,
    parameters: [...shared('id'), ...writing],
    body: ({ changes }) => jsonBody(changes, { required: false }),
    answer: (names) => success(200, 'Made.', changed(names)),
    fails: ['DUPLICATE'],
  },
  'GET /versions': {
    access: 'readVersions',
    summary: ({ many }) => `List versions of ${many}`,
    parameters: [...choosing, ...reading],
    answer: ({ document }) => success(200, 'A page.', list(version(document))),
  },
  'GET /versions/:id': {
    access: 'readVersions',
    summary: ({ one }) => `Show a version of one ${one}`,
    parameters: [...shared('id'), ...reading],
    answer: ({ document }) => success(200, 'The version.', version(document)),
  },
  'POST /versions/:id': {
    access: 'update',
    summary: ({ one }) => `Bring one ${one} back to this version`,
    parameters: shared('id', 'depth'),
    answer: ({ document }) =>
      success(200, 'Restored.', { type: 'object', properties: { message: text, ...(document.properties as Json | undefined) } }),
  },
  'GET /file/:filename': {
    access: 'read',
    summary: ({ one }) => `The file of one ${one}`,
    parameters: [{ name: 'filename', in: 'path', required: true, schema: { ...text, minLength: 1 } }],
    answer: () => ({ 200: { description: 'The file.', content: { '*/*': { schema: file } } } }),
  },
}

/** What Payload answers for every global. */
const ofGlobal: Record<string, Described> = {
  'GET /': {
    access: 'read',
    summary: ({ many }) => `Show the ${many}`,
    parameters: reading,
    answer: ({ document }) => success(200, 'What holds.', document),
  },
  'POST /': {
    access: 'update',
    summary: ({ many }) => `Change the ${many}`,
    parameters: writing,
    body: ({ changes }) => jsonBody(changes),
    answer: ({ document }) =>
      success(200, 'Changed.', { type: 'object', required: ['message', 'result'], properties: { message: text, result: document } }),
  },
  'GET /versions': { ...(ofCollection['GET /versions'] as Described) },
  'GET /versions/:id': { ...(ofCollection['GET /versions/:id'] as Described) },
  'POST /versions/:id': { ...(ofCollection['POST /versions/:id'] as Described) },
}

const inWords = (label: unknown, slug: string) =>
  (typeof label === 'string' ? label : slug).replace(/^\w(?=[a-z])/, (letter) => letter.toLowerCase())

const namesFor = (entity: SanitizedCollectionConfig | SanitizedGlobalConfig): Names => {
  const { document, input, changes } = namesOf(entity)
  const { singular, plural } = 'labels' in entity ? entity.labels : { singular: entity.label, plural: entity.label }
  return {
    document: ref('schemas', document),
    input: ref('schemas', input),
    changes: ref('schemas', changes),
    one: inWords(singular, entity.slug),
    many: inWords(plural, entity.slug),
    form: 'upload' in entity && Boolean(entity.upload),
  }
}

/** Without versions these answer nothing. */
const isOffered = ({ versions }: SanitizedCollectionConfig | SanitizedGlobalConfig, { path }: Route) =>
  Boolean(versions) || !path.startsWith('/versions')

/** One of Payload's own operations on a collection or global; undefined when it is none, or when nobody may. */
export async function payloadOperation(config: SanitizedConfig, route: Route): Promise<Json | undefined> {
  const { owner, method, path } = route
  const entity = [...config.collections, ...config.globals].find(({ slug }) => slug === owner.slug)
  const described = (owner.kind === 'global' ? ofGlobal : ofCollection)[`${method} ${path}`]
  if (!entity || !described || !isOffered(entity, route)) return undefined
  const security = await securityOf(config, route, byAccess((entity.access as Record<string, unknown>)[described.access]))
  if (security.length === 0) return undefined
  const names = namesFor(entity)
  const body = described.body?.(names)
  const needsId = path.includes(':')
  return {
    operationId: operationId(route),
    tags: [tagOf(route)],
    summary: described.summary(names),
    parameters: described.parameters ?? [],
    ...(body && { requestBody: body }),
    responses: {
      ...described.answer(names),
      ...failures(config, [
        'VALIDATION',
        ...(body ? ['MALFORMED_JSON'] : []),
        'FORBIDDEN',
        ...(needsId ? ['NOT_FOUND'] : []),
        ...(described.fails ?? []),
      ]),
    },
    security,
  }
}
