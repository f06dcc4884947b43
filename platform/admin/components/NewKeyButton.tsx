'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useRef, useState } from 'react'
import { keyBodyOf, lifetimes } from '../key-form.ts'
import { AskFrame } from './AskFrame.tsx'
import { RevealDialog } from './RevealDialog.tsx'
import { ask, type Refusal } from './send.ts'

type Area = { name: string; label: string }

type Answer = { secret: string }

type Props = { areas: readonly Area[]; action: string }

/** The form: what the key is for, what it is let into, and for how long. */
function NewKeyDialog({ areas, action, onClose, onMade }: Props & { onClose: () => void; onMade: (secret: string) => void }) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [opened] = useState(() => new Date())
  const sent = useRef({ text: '', once: '' })

  const make = async (values: FormData) => {
    const { body, problem } = keyBodyOf(values, opened)
    if (problem) return setRefusal({ message: problem })
    const text = JSON.stringify(body)
    // The same form sent again after a broken connection makes one key.
    if (sent.current.text !== text) sent.current = { text, once: crypto.getRandomValues(new Uint32Array(4)).join('-') }
    setBusy(true)
    const { answer, refusal: refused } = await ask<Answer>(action, body, sent.current.once)
    setBusy(false)
    setRefusal(refused)
    if (answer) onMade(answer.secret)
  }

  return (
    <AskFrame busy={busy} confirm="Make the key" onClose={onClose} onSubmit={make} title="New API key" wide>
      {(id) => (
        <>
          <p>It may do what you may do, within what you choose here.</p>
          {refusal && (
            <p className="refusal" role="alert">
              {refusal.message} {refusal.code && <small>{[refusal.code, refusal.reference].filter(Boolean).join(' · ')}</small>}
            </p>
          )}
          <div className="ask__input">
            <label htmlFor={`${id}-name`}>What it is for</label>
            <input autoComplete="off" id={`${id}-name`} maxLength={80} name="name" placeholder="Stock sync of the warehouse" required />
          </div>
          <fieldset className="ask__scopes">
            <legend>What it is let into</legend>
            <table>
              <thead>
                <tr>
                  <th scope="col">Part</th>
                  <th scope="col">Read</th>
                  <th scope="col">Change</th>
                </tr>
              </thead>
              <tbody>
                {areas.map(({ label, name }) => (
                  <tr key={name}>
                    <th scope="row">{label}</th>
                    {(['read', 'write'] as const).map((act) => (
                      <td key={act}>
                        <input
                          aria-label={`${label}: ${act === 'read' ? 'read' : 'change'}`}
                          name="scopes"
                          type="checkbox"
                          value={`${name}:${act}`}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </fieldset>
          <div className="ask__input">
            <label htmlFor={`${id}-days`}>Good for</label>
            <select defaultValue="90" id={`${id}-days`} name="days">
              {lifetimes.map(({ days, label }) => (
                <option key={label} value={days}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        </>
      )}
    </AskFrame>
  )
}

/** Opens the form for a new API key, and shows the key once. */
export function NewKeyButton(props: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [secret, setSecret] = useState<string>()
  return (
    <div className="new-key">
      <Button buttonStyle="primary" margin={false} onClick={() => setOpen(true)} size="medium">
        New API key
      </Button>
      {open && (
        <NewKeyDialog
          {...props}
          onClose={() => setOpen(false)}
          onMade={(made) => {
            setOpen(false)
            setSecret(made)
            router.refresh()
          }}
        />
      )}
      {secret !== undefined && <RevealDialog onClose={() => setSecret(undefined)} secret={secret} />}
    </div>
  )
}
