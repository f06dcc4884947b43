'use client'

import { Button, FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useId, useRef, useState } from 'react'

type State = { set: boolean; unreadable?: boolean }

/** What the field held when the page was opened or saved last: what is typed is a text, what is to be taken away is nothing. */
const stateIn = (value: unknown): State | undefined =>
  typeof value === 'object' && value !== null && 'set' in value ? (value as State) : undefined

const Steps = ({ children }: { children: React.ReactNode }) => <div className="secret-field__steps">{children}</div>

/** A secret that is never shown: it can be entered, replaced or taken away. */
export const SecretField: JSONFieldClientComponent = ({ field, path: given, readOnly }) => {
  const { disabled, path, setValue, showError, value } = useField<State | string | null>({ potentiallyStalePath: given })
  const [editing, setEditing] = useState(false)
  const known = useRef<State>({ set: false })
  const id = useId()
  const state = stateIn(value)
  if (state) known.current = state
  const before = known.current
  const { admin: { description } = {}, label, required } = field
  const locked = Boolean(readOnly || disabled)
  const step = (text: string, work: () => void) => (
    <Button buttonStyle="secondary" disabled={locked} margin={false} onClick={work} size="small" type="button">
      {text}
    </Button>
  )
  const leave = () => {
    setEditing(false)
    setValue(before)
  }
  const typing = typeof value === 'string' || editing || !before.set

  return (
    <div className={['field-type', 'text', 'secret-field', showError && 'error'].filter(Boolean).join(' ')}>
      <FieldLabel htmlFor={id} label={label} path={path} required={required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        {typing ? (
          <Steps>
            <input
              aria-invalid={showError}
              autoComplete="new-password"
              disabled={locked}
              id={id}
              name={path}
              onChange={({ target }) => setValue(target.value === '' ? before : target.value)}
              placeholder={before.set ? 'The new one' : ''}
              type="password"
              value={typeof value === 'string' ? value : ''}
            />
            {before.set && step('Keep the old one', leave)}
          </Steps>
        ) : value === null ? (
          <Steps>
            <output id={id}>Taken away when you save</output>
            {step('Keep it', leave)}
          </Steps>
        ) : (
          <Steps>
            <output id={id}>{state?.unreadable ? 'Not readable' : 'Is set'}</output>
            {step('Replace', () => setEditing(true))}
            {step('Remove', () => setValue(null))}
          </Steps>
        )}
        {state?.unreadable && (
          <p className="refusal" role="alert">
            It cannot be read with the present secret of the installation. Enter it again.
          </p>
        )}
        <FieldDescription description={description} path={path} />
      </div>
    </div>
  )
}
