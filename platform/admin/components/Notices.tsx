import type { ServerProps } from 'payload'
import { environment } from '../../environment.ts'
import { noticesFor } from '../../live-check.ts'

/** Above the first page: what keeps the platform from doing its work and can be put right here. */
export async function Notices({ payload }: ServerProps) {
  const findings = await noticesFor(payload, environment)
  if (findings.length === 0) return null
  return (
    <section aria-label="To be put right" className="notices">
      {findings.map(({ what, remedy }) => (
        <p className="refusal" key={what} role="alert">
          <strong>{what}</strong> {remedy}
        </p>
      ))}
    </section>
  )
}
