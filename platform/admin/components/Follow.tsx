'use client'

import { useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useRef, useState } from 'react'

/** Shows a document anew when somebody else moves it; not while the viewer is typing, who is only told. */
export function Follow({ collection, id }: { collection: string; id: string }) {
  const router = useRouter()
  const modified = useRef(false)
  modified.current = useFormModified()
  const [changed, setChanged] = useState(false)

  useEffect(() => {
    let left = false
    let leave = () => {}
    const follow = async () => {
      const { io } = await import('socket.io-client')
      if (left) return
      const socket = io({ path: '/socket.io', transports: ['websocket'] })
      leave = () => void socket.disconnect()
      socket.on('connect', () => socket.emit('join', { collection, id }))
      socket.on('changed', () => (modified.current ? setChanged(true) : router.refresh()))
    }
    void follow()
    return () => {
      left = true
      leave()
    }
  }, [collection, id, router])

  return changed ? (
    <p className="refusal" role="status">
      Somebody else took a step meanwhile. Save your changes, then reload the page.
    </p>
  ) : null
}
