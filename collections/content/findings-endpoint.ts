import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { type Fault, findings } from './findings.ts'

const faults = [
  'title-missing',
  'title-long',
  'title-doubled',
  'description-missing',
  'description-long',
] as const satisfies readonly Fault[]

const finding = z.object({
  collection: z.string(),
  id: z.string(),
  locale: z.string(),
  path: z.string(),
  fault: z.enum(faults),
  text: z.string(),
  others: z.array(z.string()).optional(),
})

/** `GET /api/search-findings`: the pages whose titles and descriptions search engines will not show well. */
export const findingsEndpoint = endpoint({
  method: 'get',
  path: '/search-findings',
  scope: 'content:read',
  summary: 'List missing, too long and doubled titles and descriptions',
  access: ['marketing'],
  returns: z.object({ findings: z.array(finding), total: z.int() }),
  handler: async ({ payload }) => {
    const found = await findings(payload)
    return { findings: found.slice(0, 1000), total: found.length }
  },
})
