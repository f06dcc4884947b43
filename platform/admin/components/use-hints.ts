'use client'

import { useEffect, useRef } from 'react'
import { comeBack } from '../../client/come-back.ts'

/** Calls back when the server says that a document has changed, and whenever it begins to listen: what came before is to be looked at. */
export function useHints(collection: string, id: string, hear: (begins: 'first' | 'again' | false) => void): void {
  const latest = useRef(hear)
  latest.current = hear
  useEffect(() => {
    let left = false
    let leave = () => {}
    const follow = async () => {
      const { io } = await import('socket.io-client')
      if (left) return
      const socket = io({ path: '/socket.io', transports: ['websocket'] })
      leave = () => void socket.disconnect()
      comeBack(socket)
      let begins: 'first' | 'again' = 'first'
      socket.on('connect', () => {
        socket.emit('join', { collection, id }, () => {
          latest.current(begins)
          begins = 'again'
        })
      })
      socket.on('changed', () => latest.current(false))
    }
    void follow()
    return () => {
      left = true
      leave()
    }
  }, [collection, id])
}
