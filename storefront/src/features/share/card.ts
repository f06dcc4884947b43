import sharp from 'sharp'
import { fitting, lettered, linesOf } from './lettering.ts'

/** What a share card shows. */
export type Card = { title: string; eyebrow?: string; brand: string; host: string; accent: string; picture?: Uint8Array }

const [width, height] = [1200, 630]
const frame = { x: 780, y: 125, side: 340, radius: 36 }

const ground = (accent: string) => `
<defs>
  <linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#1a3c6b"/><stop offset="1" stop-color="#0f1b2d"/></linearGradient>
  <linearGradient id="shine" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".12"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>
</defs>
<rect width="${width}" height="${height}" fill="url(#ground)"/>
<circle cx="1080" cy="80" r="330" fill="url(#shine)"/>
<circle cx="1150" cy="600" r="210" fill="url(#shine)"/>
<rect x="0" y="${height - 14}" width="${width}" height="14" fill="${accent}"/>`

/** The mark of the house, when there is no picture to show. */
const mark = (accent: string) => `
<g transform="translate(${frame.x} ${frame.y}) scale(${frame.side / 64})">
  <rect width="64" height="64" rx="16" fill="#fff" fill-opacity=".07"/>
  <path d="M15 20l17 27 17-27" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>
  <circle cx="32" cy="19" r="5" fill="${accent}"/>
</g>`

const small = (accent: string) => `
<g transform="translate(80 70) scale(1)">
  <rect width="64" height="64" rx="16" fill="#fff" fill-opacity=".1"/>
  <path d="M15 20l17 27 17-27" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>
  <circle cx="32" cy="19" r="5" fill="${accent}"/>
</g>`

const sizes = [
  { size: 68, lines: 3 },
  { size: 56, lines: 4 },
  { size: 46, lines: 5 },
]

function words({ title, eyebrow, brand, host, accent }: Card): string {
  const { size, lines } = fitting(title, 640, sizes)
  const step = size * 1.16
  const top = 350 - (lines.length * step) / 2 + size * 0.8
  return [
    lettered(linesOf(brand, 34, 600, 1)[0] ?? '', { x: 164, y: 114, size: 34, fill: '#ffffff', bold: true }),
    ...(eyebrow
      ? [lettered(linesOf(eyebrow, 28, 640, 1)[0] ?? '', { x: 80, y: top - size - 14, size: 28, fill: accent, bold: true })]
      : []),
    ...lines.map((line, at) => lettered(line, { x: 80, y: top + at * step, size, fill: '#ffffff', bold: true })),
    lettered(linesOf(host, 26, 640, 1)[0] ?? '', { x: 80, y: 570, size: 26, fill: '#b8c4d6' }),
  ].join('')
}

const rounded = (side: number, radius: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="${side}" height="${side}" rx="${radius}" fill="#fff"/></svg>`,
  )

/** A picture as a rounded square on white, whatever its shape. */
async function framed(picture: Uint8Array): Promise<Buffer | undefined> {
  try {
    const square = await sharp(picture, { limitInputPixels: 50_000_000 })
      .resize(frame.side, frame.side, { fit: 'cover' })
      .flatten({ background: '#f5f8fb' })
      .toBuffer()
    return await sharp(square)
      .composite([{ input: rounded(frame.side, frame.radius), blend: 'dest-in' }])
      .png()
      .toBuffer()
  } catch {
    // What cannot be read as a picture is left out.
    return undefined
  }
}

/** Draws the picture that stands for a page when it is shared: our own shapes, the words as outlines, and what the page shows. */
export async function shareCard(card: Card): Promise<Buffer> {
  const picture = card.picture && (await framed(card.picture))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${ground(card.accent)}${small(card.accent)}${picture ? '' : mark(card.accent)}${words(card)}</svg>`
  const base = sharp(Buffer.from(svg))
  return (picture ? base.composite([{ input: picture, left: frame.x, top: frame.y }]) : base)
    .png({ compressionLevel: 9, palette: true, quality: 90 })
    .toBuffer()
}
