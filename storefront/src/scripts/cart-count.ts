import { readCookie } from './cookies.ts'

/** Shows how many things the cart holds; the number comes from a cookie, so that the page itself is the same for everybody. */
export function showCartCount(): void {
  const count = Number(readCookie('cart-count') ?? 0)
  for (const badge of document.querySelectorAll<HTMLElement>('[data-cart-count]')) {
    badge.hidden = !(count > 0)
    badge.textContent = count > 99 ? '99+' : String(count)
  }
}

showCartCount()
addEventListener('pageshow', showCartCount)
