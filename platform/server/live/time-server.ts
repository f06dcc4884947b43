import { createSocket } from 'node:dgram'

const patience = 3_000

/** Seconds between 1900, where time servers begin to count, and 1970. */
const era = 2_208_988_800

const momentAt = (message: Buffer, at: number) => (message.readUInt32BE(at) - era) * 1000 + (message.readUInt32BE(at + 4) / 2 ** 32) * 1000

/** How far our clock is ahead of that of a time server (`host` or `host:port`), in milliseconds; undefined when it does not answer in time. */
export const aheadOf = (server: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const [host = '', port = '123'] = server.split(':')
    const socket = createSocket('udp4')
    const end = (off?: number) => {
      clearTimeout(timer)
      socket.removeAllListeners().on('error', () => {})
      socket.close()
      resolve(off)
    }
    const timer = setTimeout(end, patience)
    let asked = 0
    socket.on('error', () => end())
    socket.on('message', (message) => {
      // What is no answer of a server that knows the time says nothing.
      if (message.length < 48 || ((message[0] ?? 0) & 7) !== 4 || message[1] === 0) return
      const answered = Date.now()
      end((asked - momentAt(message, 32) + (answered - momentAt(message, 40))) / 2)
    })
    const question = Buffer.alloc(48)
    // Version 4, from a client.
    question[0] = 0x23
    // Connected, so that it hears of nobody else, and at once when nobody is there.
    socket.on('connect', () => {
      asked = Date.now()
      socket.send(question)
    })
    socket.connect(Number(port), host)
  })
