import type { APIRoute } from 'astro'

/** What belongs to one visitor, or to the machinery. */
const closed = [
  'account',
  'cart',
  'checkout',
  'forgot-password',
  'orders',
  'reset-password',
  'sandbox',
  'sign-in',
  'sign-out',
  'sign-up',
  'verify-email',
]

/** `/robots.txt`: what search engines may look at. */
export const GET: APIRoute = ({ locals: { publicUrl } }) => {
  const lines = [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /api/',
    'Allow: /api/media/file/',
    ...closed.flatMap((path) => [`Disallow: /${path}`, `Disallow: /*/${path}`]),
    'Disallow: /*?preview=',
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
