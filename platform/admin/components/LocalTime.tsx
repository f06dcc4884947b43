'use client'

import { useEffect, useState } from 'react'

const format = (at: string, timeZone?: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at))

/** A moment in the viewer's own time zone; in UTC until scripts run. */
export function LocalTime({ at }: { at: string }) {
  const [text, setText] = useState(() => `${format(at, 'UTC')} UTC`)
  useEffect(() => setText(format(at)), [at])
  return <time dateTime={at}>{text}</time>
}
