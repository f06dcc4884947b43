import type { APIRoute } from 'astro'

const icon = (file: string, sizes: string, purpose: 'any' | 'maskable') => ({ src: `/icons/${file}`, sizes, type: 'image/png', purpose })

/** Says what the site is called and looks like when it is put on the home screen. */
export const GET: APIRoute = ({ locals }) => {
  const { settings, paths, locale, t } = locals
  const { name, tagline } = settings.brand
  const manifest = {
    id: '/',
    name,
    short_name: name.slice(0, 24),
    description: tagline || undefined,
    lang: locale,
    dir: 'ltr',
    start_url: paths.home(),
    scope: '/',
    display: 'standalone',
    background_color: '#e9eef4',
    theme_color: '#e9eef4',
    icons: [icon('192.png', '192x192', 'any'), icon('512.png', '512x512', 'any'), icon('maskable-512.png', '512x512', 'maskable')],
    shortcuts: [
      { name: t('nav.shop'), url: paths.shop() },
      { name: t('nav.cart'), url: paths.cart() },
    ],
  }
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
