'use client'

import { usePathname, useRouter } from 'next/navigation.js'
import { useEffect, useRef, useState } from 'react'
import type { Shown } from '../../notifications/shown.ts'
import { NotificationItems } from './NotificationItems.tsx'
import { send } from './send.ts'
import { useHints } from './use-hints.ts'

/** How many of the latest are shown. */
const latest = 6

type Latest = { notifications: Shown[]; unread: number }

/** The bell and what falls open below it. */
export function BellMenu({ user, unread }: { user: string; unread: number }) {
  const router = useRouter()
  const path = usePathname()
  const panel = useRef<HTMLDivElement>(null)
  const [count, setCount] = useState(unread)
  const [shown, setShown] = useState<Shown[]>()
  const [failed, setFailed] = useState(false)
  useEffect(() => setCount(unread), [unread])

  const load = async () => {
    try {
      const response = await fetch(`/api/notifications/inbox?limit=${latest}&locale=en`, { headers: { Accept: 'application/json' } })
      if (!response.ok) return setFailed(true)
      const { notifications, unread: now } = (await response.json()) as Latest
      setShown(notifications)
      setCount(now)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }

  const renew = () => {
    void load()
    if (path.endsWith('/notifications')) router.refresh()
  }
  useHints('users', user, (begins) => (begins === 'first' ? void load() : renew()))

  const readAll = async () => {
    await send('/api/notifications/read-all', {})
    renew()
  }

  const words = count === 0 ? 'Notifications' : `Notifications, ${count} not read`
  return (
    <div className="bell">
      <button aria-label={words} className="bell__button" popoverTarget="bell-panel" title="Notifications" type="button">
        <svg
          aria-hidden="true"
          fill="none"
          height="20"
          stroke="currentColor"
          strokeLinecap="round"
          strokeWidth="1.7"
          viewBox="0 0 24 24"
          width="20"
        >
          <path d="M6 9a6 6 0 0 1 12 0c0 6 2.5 7 2.5 7h-17S6 15 6 9M10 20a2.2 2.2 0 0 0 4 0" strokeLinejoin="round" />
        </svg>
        {count > 0 && (
          <span aria-hidden="true" className="bell__count">
            {count > 99 ? '99+' : count}
          </span>
        )}
      </button>
      <div
        aria-label="Notifications"
        className="bell__panel"
        id="bell-panel"
        onToggle={(event) => {
          if (event.newState === 'open') void load()
        }}
        popover="auto"
        ref={panel}
        role="dialog"
      >
        <div className="bell__head">
          <strong>Notifications</strong>
          {count > 0 && (
            <button className="bell__all" onClick={() => void readAll()} type="button">
              Mark all as read
            </button>
          )}
        </div>
        {failed && <p role="alert">They cannot be shown now; try again in a moment.</p>}
        {!failed && shown === undefined && <p>…</p>}
        {shown?.length === 0 && <p>Nothing yet: what concerns you is told here.</p>}
        {shown !== undefined && <NotificationItems notifications={shown} onRead={() => void load()} />}
        <a className="bell__more" href="/admin/notifications">
          All notifications
        </a>
      </div>
    </div>
  )
}
