import type { APIRoute } from 'astro'
import sharp from 'sharp'
import { fileHref } from '../../lib/media.ts'

// What a launcher cuts off stays clear: of a maskable icon only the middle four fifths are safe.
const icons: Record<string, { size: number; share: number; round: boolean }> = {
  '180.png': { size: 180, share: 0.8, round: false },
  '192.png': { size: 192, share: 1, round: true },
  '512.png': { size: 512, share: 1, round: true },
  'maskable-512.png': { size: 512, share: 0.7, round: false },
}

const surface = '#1a3c6b'

/** The mark that stands for the site until it has a logo. */
const mark = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="512" height="512"><path d="M15 20l17 27 17-27" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/><circle cx="32" cy="19" r="5" fill="#e07a1f"/></svg>`,
)

const plate = (size: number, round: boolean, fill: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="100%" height="100%" rx="${round ? size / 4 : 0}" fill="${fill}"/></svg>`,
  )

/** The bytes of the logo of the settings; undefined when there is none that can be had. */
async function logoOf({ settings, apiFetch, publicUrl }: App.Locals): Promise<Buffer | undefined> {
  const { logo } = settings.brand
  if (!logo?.url || !apiFetch) return undefined
  const answer = await apiFetch(new URL(fileHref(logo.url, publicUrl), publicUrl).href)
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined
}

/** The icon of the site for home screens, in the sizes that they ask for. */
export const GET: APIRoute = async ({ params, locals }) => {
  const icon = icons[params.name ?? '']
  if (!icon) return new Response(null, { status: 404 })
  const { size, share, round } = icon
  const logo = await logoOf(locals)
  const inner = Math.round(size * share * (logo ? 0.8 : 1))
  const drawn = await sharp(logo ?? mark)
    .resize(inner, inner, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer()
  const picture = await sharp(plate(size, round, logo ? '#ffffff' : surface))
    .composite([{ input: drawn, gravity: 'centre' }])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
  return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' } })
}
