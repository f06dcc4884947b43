import type { AdminViewServerProps } from 'payload'
import { inboxOf } from '../../notifications/inbox.ts'
import { NotificationPage } from '../components/NotificationPage.tsx'
import { Frame } from './Frame.tsx'

/** How many are shown at once. */
const limit = 20

const here = '/admin/notifications'

const address = ({ page = 1, unread }: { page?: number; unread: boolean }) => {
  const query = new URLSearchParams({ ...(unread && { unread: '1' }), ...(page > 1 && { page: String(page) }) }).toString()
  return here + (query && `?${query}`)
}

/** All that the viewer was told, newest first. */
export async function Notifications(view: AdminViewServerProps) {
  const { searchParams } = view
  const { req } = view.initPageResult
  const page = Math.min(Math.max(Math.trunc(Number(searchParams?.page) || 1), 1), 1000)
  const unread = searchParams?.unread !== undefined
  const inbox = req.user ? await inboxOf(req, String(req.user.id), { page, limit, unread, locale: 'en' }) : undefined
  return (
    <Frame className="notifications" title="Notifications" view={view}>
      {inbox && (
        <>
          <nav aria-label="Which" className="state-tabs">
            <a aria-current={unread ? undefined : 'page'} href={here}>
              <span className="state state--neutral">All</span>
            </a>
            <a aria-current={unread ? 'page' : undefined} href={address({ unread: true })}>
              <span className="state state--info">Not read ({inbox.unread})</span>
            </a>
          </nav>
          {inbox.notifications.length === 0 && <p>{unread ? 'Everything is read.' : 'Nothing yet: what concerns you is told here.'}</p>}
          <NotificationPage notifications={inbox.notifications} unread={inbox.unread} />
          {inbox.pages > 1 && (
            <nav aria-label="Pages" className="notifications__pages">
              {page > 1 && <a href={address({ page: page - 1, unread })}>Newer</a>}
              <span>
                {page} of {inbox.pages}
              </span>
              {page < inbox.pages && <a href={address({ page: page + 1, unread })}>Older</a>}
            </nav>
          )}
          <p>
            <a href="/account/notifications#choices">Choose how you are told</a>
          </p>
        </>
      )}
    </Frame>
  )
}
