import { type Palette, type ShapeName, shapes } from './shapes.ts'

/** The colours that pictures come in. */
export const palettes = {
  lake: { ground: '#cfe3f3', sky: '#eef6fb', main: '#2e75b6', dark: '#1a3c6b', light: '#d7e8f7', accent: '#f2a03d' },
  savanna: { ground: '#f3dfc1', sky: '#fdf6e9', main: '#c9762b', dark: '#6b3d16', light: '#f9e6c8', accent: '#3f8f5b' },
  forest: { ground: '#cfe8d6', sky: '#f0f9f2', main: '#2f8f5f', dark: '#17513a', light: '#d5f0df', accent: '#f4b942' },
  dusk: { ground: '#dcd3ef', sky: '#f6f2fc', main: '#6a55b0', dark: '#33285f', light: '#e4dcf7', accent: '#ff8a5c' },
  coral: { ground: '#f8d6cf', sky: '#fff4f1', main: '#d9583f', dark: '#7c2a1c', light: '#fde1da', accent: '#2b7f8f' },
  slate: { ground: '#d5dbe4', sky: '#f2f5f9', main: '#56657c', dark: '#232d3f', light: '#e4eaf2', accent: '#39b3a2' },
  teal: { ground: '#c8e7e6', sky: '#eefafa', main: '#1f8a8c', dark: '#0f4a52', light: '#d2f0ef', accent: '#f0803c' },
} satisfies Record<string, Palette>

/** The name of a palette. */
export type PaletteName = keyof typeof palettes

const side = 1200

/** A picture of a thing as SVG: shapes only, since fonts differ from machine to machine. */
export function draw(shape: ShapeName, palette: PaletteName): string {
  const colours = palettes[palette]
  const { ground, sky, main, light } = colours
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 400 400">
<defs>
<linearGradient id="back" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${sky}"/><stop offset="1" stop-color="${ground}"/></linearGradient>
<linearGradient id="glass" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${main}"/></linearGradient>
<radialGradient id="glow"><stop offset="0" stop-color="#fff3c4" stop-opacity="0.95"/><stop offset="1" stop-color="#fff3c4" stop-opacity="0"/></radialGradient>
</defs>
<rect width="400" height="400" fill="url(#back)"/>
<circle cx="330" cy="70" r="120" fill="#ffffff" opacity="0.35"/><circle cx="60" cy="350" r="150" fill="${main}" opacity="0.08"/><circle cx="90" cy="80" r="42" fill="#ffffff" opacity="0.3"/>
${shapes[shape](colours)}
</svg>`
}

/** The same picture, ready to be uploaded. */
export async function rendered(shape: ShapeName, palette: PaletteName): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(draw(shape, palette)))
    .webp({ quality: 82 })
    .toBuffer()
}
