import type { AstroCookies } from 'astro'

const name = 'orders'
const kept = 5

/** How cookies that hold a secret are set: unreadable to scripts, sent by our own pages only. */
export const secretCookie = (publicUrl: string, days: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), maxAge: days * 86_400 }) as const

/** The orders that a guest placed from this browser, with the secrets that open them: the last few, newest first. */
export function guestOrders(cookies: AstroCookies) {
  const pairs = (cookies.get(name)?.value ?? '')
    .split('.')
    .map((pair) => pair.split('~'))
    .filter((pair): pair is [string, string] => pair.length === 2 && pair.every((part) => /^[\w-]{8,80}$/.test(part)))
  return {
    /** The one that was placed last. */
    newest: pairs[0]?.[0],
    /** The secret that opens an order, where this browser has it. */
    secretOf: (order: string | undefined) => pairs.find(([id]) => id === order)?.[1],
    /** Remembers the secret of an order. */
    remember: (order: string, secret: string, publicUrl: string) => {
      const all = [[order, secret], ...pairs.filter(([id]) => id !== order)].slice(0, kept)
      cookies.set(name, all.map((pair) => pair.join('~')).join('.'), secretCookie(publicUrl, 90))
    },
  }
}
