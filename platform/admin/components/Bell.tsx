import type { PayloadRequest, ServerProps } from 'payload'
import { countUnread } from '../../notifications/inbox.ts'
import { BellMenu } from './BellMenu.tsx'

/** The bell in the corner: how much the viewer was told and has not read, and the latest of it. */
export async function Bell({ req }: ServerProps & { req?: PayloadRequest }) {
  const id = req?.user?.id
  if (!req || id === undefined) return null
  return <BellMenu unread={await countUnread(req, String(id))} user={String(id)} />
}
