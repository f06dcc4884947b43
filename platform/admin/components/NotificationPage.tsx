'use client'

import { Button, SetStepNav } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import type { Shown } from '../../notifications/shown.ts'
import { NotificationItems } from './NotificationItems.tsx'
import { send } from './send.ts'

/** A page of what the viewer was told, with the buttons that mark it as read. */
export function NotificationPage({ notifications, unread }: { notifications: Shown[]; unread: number }) {
  const router = useRouter()
  const readAll = async () => {
    await send('/api/notifications/read-all', {})
    router.refresh()
  }
  return (
    <>
      <SetStepNav nav={[{ label: 'Notifications' }]} />
      {unread > 0 && (
        <Button buttonStyle="secondary" margin={false} onClick={() => void readAll()} size="medium">
          Mark all as read
        </Button>
      )}
      <NotificationItems notifications={notifications} onRead={() => router.refresh()} />
    </>
  )
}
