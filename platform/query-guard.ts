import type { CollectionBeforeOperationHook, Endpoint } from 'payload'
import { fail } from './errors.ts'
import { wrongJoins, wrongSort, wrongWhere } from './queries.ts'
import { outOfReach } from './reach.ts'

type Asked = { where?: unknown; sort?: unknown; joins?: unknown }

/** Refuses questions that the engines stumble over and those that lean on what the caller may not read, with every wrong path; the platform's own are taken as they are. */
export const refuseQueries: CollectionBeforeOperationHook = async ({ args, collection, overrideAccess, req }) => {
  if (overrideAccess) return args
  const { where, sort, joins } = args as Asked
  const { config } = req.payload
  const { flattenedFields: fields } = collection
  const misshapen = [...wrongWhere(config, fields, where), ...wrongSort(config, fields, sort), ...wrongJoins(config, fields, joins)]
  const errors = misshapen.length > 0 ? misshapen : await outOfReach(req, collection, { where, sort, joins })
  return errors.length > 0 ? fail('VALIDATION', { errors }) : args
}

/** Payload offers versions also where there are none, and fails to find their table. */
export const noVersions: Endpoint[] = (['get', 'post'] as const).flatMap((method) =>
  ['/versions', '/versions/:id'].map((path) => ({ method, path, handler: () => fail('NOT_FOUND') })),
)
