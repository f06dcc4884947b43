import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** A websocket that speaks engine.io frame by frame, so that ten thousand of them fit into one process and may also misbehave. */
export type RawSocket = {
  /** Sends a text frame. */
  send: (text: string) => void
  /** Sends these bytes as they are. */
  write: (bytes: Buffer) => void
  /** Reads no more, or again. */
  pause: () => void
  resume: () => void
  /** Ends the connection. */
  end: () => void
  /** Resolves when the server has ended it. */
  closed: Promise<void>
  wire: Socket
}

/** One masked frame of a client. */
export function frame(text: string, opcode = 1): Buffer {
  const body = Buffer.from(text)
  const mask = randomBytes(4)
  const head =
    body.length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | body.length])
      : Buffer.from([0x80 | opcode, 0xfe, body.length >> 8, body.length & 255])
  return Buffer.concat([head, mask, body.map((byte, index) => byte ^ (mask[index & 3] as number))])
}

/** The texts of the frames of a server at the beginning of `bytes`, and what is left over. */
function textsIn(bytes: Buffer): { texts: string[]; rest: Buffer } {
  const texts: string[] = []
  let at = 0
  while (bytes.length - at >= 2) {
    const short = (bytes[at + 1] as number) & 127
    const head = short === 126 ? 4 : short === 127 ? 10 : 2
    if (bytes.length - at < head) break
    const length = short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short
    if (bytes.length - at < head + length) break
    if (((bytes[at] as number) & 15) === 1) texts.push(bytes.toString('utf8', at + head, at + head + length))
    at += head + length
  }
  return { texts, rest: bytes.subarray(at) }
}

/** Opens a websocket to `/socket.io` and joins the namespace; `hear` gets every message of the server but its pings, which are answered. */
export function rawSocket(
  url: string,
  { hear = () => undefined, headers = {} }: { hear?: (text: string) => void; headers?: Record<string, string> } = {},
): Promise<RawSocket> {
  const { hostname, port, host } = new URL(url)
  return new Promise((resolve, reject) => {
    const wire = connect(Number(port), hostname)
    let rest = Buffer.alloc(0)
    let upgraded = false
    const socket: RawSocket = {
      send: (text) => void wire.write(frame(text)),
      write: (bytes) => void wire.write(bytes),
      pause: () => void wire.pause(),
      resume: () => void wire.resume(),
      end: () => void wire.destroy(),
      closed: new Promise((gone) => wire.once('close', () => gone())),
      wire,
    }
    wire.setNoDelay(true)
    wire.once('connect', () => {
      const lines = [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: ${host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ]
      wire.write(`${lines.join('\r\n')}\r\n\r\n`)
    })
    wire.on('error', reject)
    wire.once('close', () => reject(new Error('The server hung up.')))
    wire.on('data', (chunk) => {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      if (!upgraded) {
        const end = rest.indexOf('\r\n\r\n')
        if (end < 0) return
        const status = rest.toString('latin1', 0, end)
        if (!status.startsWith('HTTP/1.1 101')) return void wire.destroy(new Error(status.split('\r\n', 1)[0]))
        upgraded = true
        rest = rest.subarray(end + 4)
      }
      const found = textsIn(rest)
      // A part of the chunk would keep the whole of it in memory.
      rest = found.rest.length > 0 ? Buffer.from(found.rest) : Buffer.alloc(0)
      for (const text of found.texts) {
        if (text === '2') socket.send('3')
        else if (text.startsWith('0')) socket.send('40')
        else if (text.startsWith('40')) resolve(socket)
        else hear(text)
      }
    })
  })
}
