import type { Payload } from 'payload'
import type { Server, Socket } from 'socket.io'

/** What one connection may do, and the process as a whole. */
export const socketLimits = {
  /** Connections to one process. */
  connections: 20_000,
  /** Messages of one connection at once, and per second in the long run. */
  burst: 200,
  perSecond: 20,
  /** Bytes that one connection may send per second. */
  received: 128 * 1024,
  /** Bytes and messages that wait for one connection because it does not read. */
  unsent: 64 * 1024,
  unsentMessages: 200,
}

/** How long the other side may take to say farewell, in milliseconds. */
const patience = 2_000

type Connection = Socket['conn']

/** The socket of the library below, of which only this is used. */
type Wire = {
  bufferedAmount: number
  terminate: () => void
  on: (event: 'ping', heard: () => void) => void
  _socket?: { bytesRead: number }
}

const wireOf = (connection: Connection) => (connection.transport as unknown as { socket?: Wire }).socket

const waitingOf = (connection: Connection) => (connection as unknown as { writeBuffer: unknown[] }).writeBuffer.length

/**
 * Cuts off connections that send more than anybody has to say, and those that do not read what they are sent: nothing is kept for them.
 * They are ended at once and without the farewell that a slow one would not read either; an honest client connects again by itself.
 */
export function guardConnections(
  io: Server,
  logger: Pick<Payload['logger'], 'warn'>,
  limits = socketLimits,
): { cut: () => number; stop: () => void } {
  const received = new WeakMap<Connection, number>()
  let cut = 0

  const ended = new WeakSet<Connection>()
  const end = (connection: Connection, reason: string) => {
    if (ended.has(connection)) return
    ended.add(connection)
    cut++
    logger.warn({ reason }, 'A socket was cut off.')
    // What waits for it goes with it.
    ;(connection as unknown as { writeBuffer: unknown[] }).writeBuffer.length = 0
    wireOf(connection)?.terminate()
  }

  io.engine.on('connection', (connection: Connection) => {
    let left = limits.burst
    let at = performance.now()
    const count = () => {
      const time = performance.now()
      left = Math.min(limits.burst, left + ((time - at) * limits.perSecond) / 1000) - 1
      at = time
      if (left < 0) end(connection, 'flood')
    }
    const wire = wireOf(connection)
    connection.on('packet', count)
    wire?.on('ping', count)
    // Who does not answer the farewell would keep the line open for half a minute.
    connection.once('close', () => void setTimeout(() => wire?.terminate(), patience).unref())
  })

  const sweep = () => {
    for (const connection of Object.values((io.engine as unknown as { clients: Record<string, Connection> }).clients)) {
      const wire = wireOf(connection)
      if (!wire) continue
      const bytes = wire._socket?.bytesRead ?? 0
      if (bytes - (received.get(connection) ?? 0) > limits.received) end(connection, 'flood')
      received.set(connection, bytes)
      if (wire.bufferedAmount > limits.unsent || waitingOf(connection) > limits.unsentMessages) end(connection, 'slow')
    }
  }
  const timer = setInterval(sweep, 1000)
  timer.unref()
  return { cut: () => cut, stop: () => clearInterval(timer) }
}
