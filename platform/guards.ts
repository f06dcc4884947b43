import {
  type Collection,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type CollectionSlug,
  definePlugin,
  type Field,
  type FieldAccess,
  type GlobalConfig,
  type PayloadRequest,
  type SanitizedConfig,
  type SanitizedGlobalConfig,
} from 'payload'
import { fixedOnceMade, serverOnly } from './access.ts'
import { currentCall } from './call.ts'
import { fail } from './errors.ts'
import { noVersions, refuseQueries } from './query-guard.ts'
import { refuseDangling } from './references.ts'
import { fileFacts } from './server-only.ts'
import { wrongShapes } from './shapes.ts'
import { type Machine, verbsFrom } from './states.ts'
import { isPlainObject } from './value-shapes.ts'

type Data = Record<string, unknown>

/** How the collections that Payload keeps for itself are called. */
const payloads = 'payload-'

/** The fields of a collection with this rule for updates, also within rows and the like, with what they hold when nobody wrote them. */
const guardedFields = (fields: readonly Field[], rule: FieldAccess): [name: string, initially: unknown][] =>
  fields.flatMap((field) => {
    if ('name' in field && field.name)
      return 'access' in field && field.access?.update === rule
        ? [[field.name, 'defaultValue' in field ? field.defaultValue : undefined]]
        : []
    if ('fields' in field) return guardedFields(field.fields, rule)
    return 'tabs' in field ? field.tabs.flatMap((tab) => ('name' in tab && tab.name ? [] : guardedFields(tab.fields, rule))) : []
  })

const readOnly = (path: string, fixed: boolean) => ({
  path,
  code: 'FIELD_READ_ONLY',
  message: fixed ? 'This stays as it was when it was made.' : 'This field is written by the platform only.',
})

const idOf = (value: unknown) => (isPlainObject(value) && 'id' in value ? value.id : value)

const same = (sent: unknown, stored: unknown): boolean => {
  const [left, right] = [idOf(sent) ?? null, idOf(stored) ?? null]
  if (left === right) return true
  if (Array.isArray(left) && left.length === 0 && right === null) return true
  if (typeof left === 'string' && typeof right === 'string' && Date.parse(left) === Date.parse(right)) return true
  return isPlainObject(left) || Array.isArray(left) ? JSON.stringify(left) === JSON.stringify(right) : false
}

const stored = async (req: PayloadRequest, collection: string, id: unknown): Promise<Data> =>
  ((await req.payload.db.findOne({
    collection: collection as CollectionSlug,
    req,
    where: { id: { equals: String(id) } },
  })) as Data | null) ?? {}

/** The admin's forms send all they show, which may be out of date by now. */
const isForm = ({ headers }: PayloadRequest): boolean => headers.get('content-type')?.startsWith('multipart/form-data') ?? false

/** When something was made and changed is noted by the platform; forms send it back as they got it. One engine has an id of its own beside ours. */
function dropOurs(data: Data, more: readonly string[] = []): void {
  for (const name of ['createdAt', 'updatedAt', '_id', ...more]) delete data[name]
}

/** Refuses a write of what only the server writes, or of what stays as it was made, unless it repeats what is there: silence would look like success. */
function refuseGuarded(collection: CollectionConfig): CollectionBeforeOperationHook {
  const guarded = new Map(guardedFields(collection.fields, serverOnly.update))
  const fixed = new Map(guardedFields(collection.fields, fixedOnceMade.update))
  const machine = collection.custom?.machine as Machine | undefined
  return async ({ args, operation, req, overrideAccess }) => {
    if (operation !== 'create' && operation !== 'update') return args
    const { data, id } = args as { data?: unknown; id?: unknown }
    if (!isPlainObject(data)) return fail('VALIDATION', { errors: [{ path: '', code: 'INVALID', message: 'Send an object.' }] })
    // Payload has added fields of its own by now.
    const { config } = (args as { collection: Collection }).collection
    if (!overrideAccess) dropOurs(data, config.upload ? fileFacts : [])
    // What Payload writes for itself it may write in its own manner.
    const own = overrideAccess && collection.slug.startsWith(payloads)
    const shapes = own ? [] : wrongShapes(config.fields, data, { form: isForm(req) })
    if (shapes.length > 0) return fail('VALIDATION', { errors: shapes })
    const sent = Object.keys(data).filter(
      (name) =>
        (guarded.has(name) || (operation === 'update' && fixed.has(name))) &&
        (!overrideAccess || (machine && name === 'status' && operation === 'update')),
    )
    if (sent.length === 0) return args
    const before = operation === 'update' && id !== undefined ? await stored(req, collection.slug, id) : Object.fromEntries(guarded)
    const changed = sent.filter((name) => !same(data[name], before[name]))
    if (changed.length === 0) return args
    // Payload drops what may not be written.
    if (!overrideAccess && isForm(req)) return args
    if (machine && changed.includes('status'))
      return fail('ILLEGAL_TRANSITION', { status: before.status, allowed: verbsFrom(machine, String(before.status ?? '')) })
    return fail('FIELD_READ_ONLY', {
      errors: changed.map((path) => readOnly(path, fixed.has(path))),
    })
  }
}

/** The race that the running call has lost since it was last asked. */
function lostRace(): unknown {
  const call = currentCall()
  const lost = call?.faulty ? undefined : call?.lostRace
  if (call) Object.assign(call, { lostRace: undefined, faulty: undefined })
  return lost
}

/** Makes a bulk update or delete all or nothing: Payload gathers the errors of each document and would commit the rest. */
const allOrNothing: NonNullable<NonNullable<CollectionConfig['hooks']>['afterOperation']>[number] = ({ result, operation }) => {
  if (operation === 'update' || operation === 'delete') {
    const { errors } = (result ?? {}) as { errors?: { id: unknown; message: string }[] }
    if (errors?.length) {
      const lost = lostRace()
      // Nobody sent anything wrong: it is done again.
      if (lost) throw lost
      return fail('VALIDATION', { errors: errors.map(({ id, message }) => ({ path: String(id), code: 'INVALID', message })) })
    }
  }
  return result
}

const withoutVersions = ({
  endpoints,
  versions,
}: Pick<CollectionConfig, 'endpoints' | 'versions'> | Pick<GlobalConfig, 'endpoints' | 'versions'>) =>
  versions ? endpoints : [...(endpoints || []), ...noVersions]

const guardCollection = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  endpoints: withoutVersions(collection),
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), refuseQueries, refuseGuarded(collection)],
    beforeValidate: [
      ...(collection.hooks?.beforeValidate ?? []),
      ({ data, originalDoc, req }) =>
        refuseDangling(req, req.payload.collections[collection.slug as CollectionSlug].config, data, originalDoc),
    ],
    afterOperation: [...(collection.hooks?.afterOperation ?? []), allOrNothing],
  },
})

const guardGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  endpoints: withoutVersions(global),
  hooks: {
    ...global.hooks,
    beforeValidate: [
      ...(global.hooks?.beforeValidate ?? []),
      ({ data, global: config, originalDoc, req }) => refuseDangling(req, config, data, originalDoc),
    ],
    beforeOperation: [
      ...(global.hooks?.beforeOperation ?? []),
      ({ args, operation, overrideAccess, req }) => {
        if (operation !== 'update') return args
        const { data, globalConfig } = args as { data?: unknown; globalConfig: SanitizedGlobalConfig }
        if (!isPlainObject(data)) return fail('VALIDATION', { errors: [{ path: '', code: 'INVALID', message: 'Send an object.' }] })
        if (!overrideAccess) dropOurs(data, ['id', 'globalType'])
        const errors = wrongShapes(globalConfig.fields, data, { form: isForm(req) })
        if (errors.length > 0) return fail('VALIDATION', { errors })
        return args
      },
    ],
  },
})

/** What Payload keeps for itself comes into the configuration after all plugins. */
function guardInternal({ collections }: SanitizedConfig): void {
  for (const collection of collections.filter(({ slug }) => slug.startsWith(payloads))) {
    collection.hooks.beforeOperation.unshift(refuseQueries, refuseGuarded(collection))
    if (collection.endpoints && !collection.versions) collection.endpoints.unshift(...noVersions)
  }
}

/** Adds to every collection and global what holds for all of them: read-only fields are refused aloud, bulk writes are all or nothing. Runs after the plugins that bring them. */
export const guardsPlugin = definePlugin({
  slug: 'guards',
  order: 900,
  plugin: ({ config }) => ({
    ...config,
    collections: config.collections?.map(guardCollection),
    globals: config.globals?.map(guardGlobal),
    onInit: async (payload) => {
      guardInternal(payload.config)
      // An address may name anything, also what every object has.
      Object.setPrototypeOf(payload.collections, null)
      await config.onInit?.(payload)
    },
  }),
})
