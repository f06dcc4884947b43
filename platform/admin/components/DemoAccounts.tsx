import { demoEmail, demoPassword } from '../../../collections/seed.ts'
import { environment } from '../../environment.ts'
import { roles, staffRoles } from '../../roles.ts'
import { DemoSignIn } from './DemoSignIn.tsx'

/** In sandbox mode: which demo accounts there are, each a button that signs in. */
export function DemoAccounts() {
  if (environment.mode !== 'sandbox' || environment.seed !== 'demo') return null
  const accounts = staffRoles.map((role) => ({ email: demoEmail(role), label: roles[role].label, purpose: roles[role].purpose }))
  return (
    <section aria-labelledby="demo-title" className="demo">
      <h2 id="demo-title">Sandbox: try it as …</h2>
      <DemoSignIn accounts={accounts} password={demoPassword} />
      <p>
        Or sign in as <code>role@demo.test</code> with the password <code>{demoPassword}</code>. Nothing here is real money.
      </p>
    </section>
  )
}
