import type { UIFieldServerProps } from 'payload'
import { granted, own } from '../../access.ts'
import { listSessions } from '../../sessions/sessions.ts'
import { LocalTime } from './LocalTime.tsx'
import { StepButtons } from './StepButtons.tsx'

/** Where a person is signed in, for the person and for admins, each with a button that ends it. */
export async function SignIns({ id, payload, req }: UIFieldServerProps) {
  if (id === undefined) return null
  const answer = granted(req, [own('id')])
  if (answer !== true && req.user?.id !== id) return null
  const sessions = await listSessions(req, String(id))
  return (
    <section aria-label="Signed in" className="field-type sign-ins">
      <h3>Signed in</h3>
      {sessions.length === 0 && <p>Nowhere.</p>}
      <ul>
        {sessions.map(({ id: session, browser, system, lastSeenAt, current }) => (
          <li key={session}>
            <div>
              {[browser, system].filter(Boolean).join(', ') || 'Unknown device'}
              {current && <strong> – here</strong>}
              {lastSeenAt && (
                <small>
                  {' '}
                  last seen <LocalTime at={lastSeenAt} />
                </small>
              )}
            </div>
            {!current && (
              <StepButtons
                steps={[
                  {
                    name: 'end-session',
                    label: 'Sign out there',
                    action: `${payload.config.routes.api}/users/${encodeURIComponent(String(id))}/sessions/${encodeURIComponent(session)}/end`,
                    inputs: [],
                    look: 'secondary',
                    done: 'Signed out there',
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
