'use client'

import type { Shown } from '../../notifications/shown.ts'
import { LocalTime } from './LocalTime.tsx'
import { send } from './send.ts'

const address = (id: string) => `/api/notifications/${encodeURIComponent(id)}/read`

/** Marks one as read also while the page goes away. */
const readOnTheWay = ({ id, readAt }: Shown) => {
  if (!readAt) void fetch(address(id), { method: 'POST', keepalive: true })
}

/** Things that the viewer was told, each with the way to what it is about. */
export function NotificationItems({ notifications, onRead }: { notifications: readonly Shown[]; onRead: () => void }) {
  const read = async ({ id }: Shown) => {
    await send(address(id), {})
    onRead()
  }
  return (
    <ul className="told">
      {notifications.map((each) => (
        <li key={each.id}>
          <p>
            <a className="told__title" data-unread={each.readAt === null || undefined} href={each.path} onClick={() => readOnTheWay(each)}>
              {each.title}
            </a>
            {each.readAt === null && <span className="told__new">New</span>}
          </p>
          <p>{each.text}</p>
          <small>
            <LocalTime at={each.createdAt} />
          </small>
          {each.readAt === null && (
            <button aria-label={`Mark as read: ${each.title}`} className="told__read" onClick={() => void read(each)} type="button">
              Mark as read
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
