import type { IncomingMessage } from 'node:http'

/** What a proxy adds to a request that it passes on. */
const proxied = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/** Whether a request was made on this machine itself, and not by a proxy on it for somebody else. */
export const isFromThisMachine = ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean =>
  /^(::1|(::ffff:)?127\.[\d.]+)$/.test(socket.remoteAddress ?? '') && proxied.every((name) => headers[name] === undefined)
