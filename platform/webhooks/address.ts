import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { Environment } from '../environment.ts'

type Mode = Environment['mode']

const private4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

// All but what is handed out to the public, and of that what stands for an address of the old kind.
const private6 = [
  ['::', 3],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['4000::', 2],
  ['8000::', 1],
] as const

// A list each: an address of the old kind is also looked for among those of the new kind, as a part of them.
const [inside4, inside6] = [new BlockList(), new BlockList()]
for (const [net, prefix] of private4) inside4.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of private6) inside6.addSubnet(net, prefix, 'ipv6')

/** Whether an address belongs to a network of somebody's own instead of the internet. */
export function isPrivate(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  const kind = isIP(plain)
  return kind === 0 || (kind === 6 ? inside6.check(plain, 'ipv6') : inside4.check(plain, 'ipv4'))
}

const bare = (host: string) => host.replace(/^\[|\]$/g, '')

const isLoopbackName = (host: string) => ['localhost', '127.0.0.1', '::1'].includes(bare(host))

/** What is wrong with an address that is to be told of events; nothing when it is fine. */
export function faultOf(address: unknown, mode: Mode): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address) || address.length > 500)
    return 'Give an address such as https://example.com/events.'
  const { protocol, hostname, username, password, hash } = new URL(address)
  const local = mode === 'sandbox' && isLoopbackName(hostname)
  if (protocol !== 'https:' && !(local && protocol === 'http:')) return 'Only https addresses are told.'
  if (username || password) return 'An address may hold no name and no password; check the signature instead.'
  if (hash) return 'An address may have no part after #.'
  if (mode === 'live' && (isLoopbackName(hostname) || (isIP(bare(hostname)) !== 0 && isPrivate(bare(hostname)))))
    return 'Only addresses on the internet are told.'
  return undefined
}

/** Looks up a name for one connection and refuses what is not on the internet, so that a name cannot be pointed at our own network after it was checked. */
export const publicLookup: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return callback(error, [])
    const inside = found.find(({ address }) => isPrivate(address))
    if (inside)
      return callback(Object.assign(new Error('The name leads to an address that is not on the internet.'), { code: 'EACCES' }), [])
    if (options.all) return callback(null, found)
    const [first] = found
    callback(null, first?.address ?? '', first?.family)
  })
