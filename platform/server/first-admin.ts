import type { Payload } from 'payload'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import type { Environment } from '../environment.ts'
import { newSecret } from '../secrets.ts'
import { inTransaction, withRequest } from '../transaction.ts'
import { told } from './run.ts'

/** Makes the one admin that an installation begins with; answers the link that sets the password, which is mailed too. Refused when there is an admin already. */
export async function makeFirstAdmin(
  payload: Payload,
  { publicUrl }: Pick<Environment, 'publicUrl'>,
  address: string,
): Promise<{ link: string }> {
  const { data: email } = z.email().safeParse(address.trim().toLowerCase())
  if (!email) throw told(`--admin must be an e-mail address, for instance you@example.com (it is ${JSON.stringify(address)}).`)
  const token = await withRequest(payload, 'first admin', (req) =>
    inTransaction(req, async () => {
      const admins = await payload.count({ collection: 'users', req, where: { roles: { in: ['admin'] } } })
      if (admins.totalDocs > 0) throw told('There is an admin already, who can make further ones.')
      const same = await payload.count({ collection: 'users', req, where: { email: { equals: email } } })
      if (same.totalDocs > 0) throw told(`${email} has an account already. Choose another address for the first admin.`)
      // Nobody knows this password: the link sets one.
      const password = newSecret()
      const { id } = await payload.create({
        collection: 'users',
        req,
        disableVerificationEmail: true,
        data: { email, password, name: 'Admin', roles: ['admin'], locale: 'en', _verified: true },
      })
      await audit(req, 'users.first-admin', { collection: 'users', id, details: { email } })
      return payload.forgotPassword({ collection: 'users', req, data: { email } })
    }),
  )
  return { link: `${publicUrl}/reset-password?token=${encodeURIComponent(String(token))}` }
}
