import type { Environment } from '../environment.ts'

/** The push services of the browsers there are: nobody else is sent anything, whatever a subscription says. */
const services = [
  /^fcm\.googleapis\.com$/,
  /^([\w-]+\.)*push\.services\.mozilla\.com$/,
  /^([\w-]+\.)*notify\.windows\.com$/,
  /^([\w-]+\.)*push\.apple\.com$/,
]

/** Whether a browser's push service may be written to at this address; in sandbox mode it may also be on this machine. */
export function isPushService(address: string, { mode }: Pick<Environment, 'mode'>): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password, port } = new URL(address)
  if (username || password) return false
  if (mode === 'sandbox' && protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname)) return true
  return protocol === 'https:' && port === '' && services.some((service) => service.test(hostname))
}
