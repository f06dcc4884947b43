import { BlockList, isIP } from 'node:net'

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Reads a list such as `192.0.2.10, 198.51.100.0/24`; answers whether an address is on it. Throws when something in it is no address. */
export function addressList(text: string): (address: string) => boolean {
  const list = new BlockList()
  for (const entry of text.split(',').map((each) => each.trim())) {
    const [address = '', bits] = entry.split('/')
    if (bits === undefined) list.addAddress(address, family(address))
    else if (/^\d{1,3}$/.test(bits)) list.addSubnet(address, Number(bits), family(address))
    else throw new Error(`${entry} is no range of addresses.`)
  }
  return (address) => isIP(address) !== 0 && list.check(address, family(address))
}
