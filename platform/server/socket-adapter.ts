import type { Namespace } from 'socket.io'
import { ClusterAdapterWithHeartbeat, type ClusterMessage, type ClusterResponse } from 'socket.io-adapter'
import type { Bus } from './socket-bus.ts'

type Spoken = { message: unknown /** The one that asked; everybody when absent. */; to?: string }

/** What a process may know of a socket of another: its headers hold whose it is. */
const withoutHeaders = (response: ClusterResponse): ClusterResponse => {
  const { data } = response as { data: { sockets?: { handshake?: object }[] } }
  if (!data.sockets) return response
  const sockets = data.sockets.map((socket) => ({ ...socket, handshake: { ...socket.handshake, headers: {}, auth: {}, query: {} } }))
  return { ...response, data: { ...data, sockets } } as ClusterResponse
}

/** An adapter class that lets the rooms of several processes be one, over a bus between them. */
export const socketAdapter = (bus: Bus) =>
  class BusAdapter extends ClusterAdapterWithHeartbeat {
    constructor(namespace: Namespace) {
      super(namespace, {})
      bus.listen((spoken) => {
        const { message, to } = spoken as Spoken
        if (to === undefined || to === this.uid) this.onMessage(message as ClusterMessage)
      })
    }
    // Nobody waits for the others: what is for a socket of this process is sent at once.
    override async doPublish(message: ClusterMessage) {
      bus.say({ message } satisfies Spoken)
      return ''
    }
    override async doPublishResponse(to: string, response: ClusterResponse) {
      bus.say({ message: withoutHeaders(response), to } satisfies Spoken)
    }
  }
