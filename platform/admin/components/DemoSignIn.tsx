'use client'

import { useState } from 'react'
import { type Refusal, send } from './send.ts'

type Props = { accounts: { email: string; label: string; purpose: string }[]; password: string }

/** Buttons that sign in as a demo account. */
export function DemoSignIn({ accounts, password }: Props) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()

  const signIn = async (email: string) => {
    setBusy(true)
    const refused = await send('/api/users/login', { email, password })
    if (refused) {
      setRefusal(refused)
      setBusy(false)
      return
    }
    const wanted = new URLSearchParams(location.search).get('redirect')
    location.assign(wanted?.startsWith('/admin') ? wanted : '/admin')
  }

  return (
    <>
      <ul className="demo__accounts">
        {accounts.map(({ email, label, purpose }) => (
          <li key={email}>
            <button disabled={busy} onClick={() => signIn(email)} title={purpose} type="button">
              {label}
            </button>
          </li>
        ))}
      </ul>
      {refusal && (
        <p className="refusal" role="alert">
          {refusal.message}
        </p>
      )}
    </>
  )
}
