import { z } from 'zod'
import { audit } from '../platform/audit/audit.ts'
import { endpoint } from '../platform/endpoint.ts'
import { fail as refuse } from '../platform/errors.ts'
import { isId } from '../platform/ids.ts'
import { problemOf } from '../platform/problem.ts'
import { inTransaction } from '../platform/transaction.ts'
import { fail, jobsOf, runByHand } from './by-hand.ts'

/** `POST /api/jobs/:id/run` */
export const runJob = endpoint({
  method: 'post',
  path: '/:id/run',
  summary: 'Run a job now, as the schedule would; answers when it has ended',
  button: 'Run now',
  access: ['developer'],
  fails: ['JOB_RUNNING', 'JOB_FAILED'],
  returns: z.object({ name: z.string(), done: z.int() }),
  handler: async (req, { params: { id } }) => {
    const { payload } = req
    const row = isId(id)
      ? await payload.db.findOne<{ id: string; name: string }>({ collection: 'jobs', req, where: { id: { equals: id } } })
      : null
    const job = row && jobsOf(payload).get(row.name)
    if (!job) return refuse('NOT_FOUND')
    const { name } = job
    // Noted first, so that also a run that ends the process has somebody who asked for it.
    await inTransaction(req, () => audit(req, 'jobs.run', { collection: 'jobs', id, details: { name } }))
    try {
      return { name, done: (await runByHand(payload, job)).done }
    } catch (error) {
      const { code } = problemOf(error).data
      return fail(code === 'JOB_RUNNING' ? code : 'JOB_FAILED')
    }
  },
})
