import type { CollectionBeforeOperationHook, Endpoint, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { fail, type InputError } from './errors.ts'
import { wrongJoins, wrongSort, wrongWhere } from './queries.ts'
import { isTooMuch } from './question-size.ts'
import { outOfReach } from './reach.ts'

type Asked = { where?: unknown; sort?: unknown; joins?: unknown }

/** What is wrong with a question: what the engines stumble over, else what leans on something that the caller may not read. */
export async function queryFaults(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { where, sort, joins }: Asked,
): Promise<InputError[]> {
  if (isTooMuch({ where, sort, joins })) return fail('TOO_COMPLEX')
  const { config } = req.payload
  const { flattenedFields: fields } = collection
  const misshapen = [...wrongWhere(config, fields, where), ...wrongSort(config, fields, sort), ...wrongJoins(config, fields, joins)]
  return misshapen.length > 0 ? misshapen : outOfReach(req, collection, { where, sort, joins })
}

/** Refuses questions that the engines stumble over and those that lean on what the caller may not read, with every wrong path; the platform's own are taken as they are. */
export const refuseQueries: CollectionBeforeOperationHook = async ({ args, collection, overrideAccess, req }) => {
  if (overrideAccess) return args
  const errors = await queryFaults(req, collection, args as Asked)
  return errors.length > 0 ? fail('VALIDATION', { errors }) : args
}

/** Payload offers versions also where there are none, and fails to find their table. */
export const noVersions: Endpoint[] = (['get', 'post'] as const).flatMap((method) =>
  ['/versions', '/versions/:id'].map((path) => ({ method, path, handler: () => fail('NOT_FOUND') })),
)
