import letters from './letters.json' with { type: 'json' }

// The outlines stand in the pictures themselves, so that they look the same on every machine.
const glyphs = letters as unknown as Record<string, [advance: number, outline: string]>

const unknown = glyphs['?'] as [number, string]

/** What stands for a sign that we have no outline of: the letter without its marks, or nothing. */
const glyphOf = (sign: string): [number, string] | undefined => {
  const plain = sign.normalize('NFKD').replace(/\p{M}/gu, '')
  return glyphs[sign] ?? glyphs[plain] ?? (/\p{L}|\p{N}/u.test(sign) ? unknown : undefined)
}

/** How wide a text is, in pixels. */
export const widthOf = (text: string, size: number): number =>
  ([...text].reduce((sum, sign) => sum + (glyphOf(sign)?.[0] ?? 0), 0) * size) / 1000

const cut = (text: string, size: number, width: number): string => {
  let kept = text
  while (kept.length > 1 && widthOf(`${kept}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}

/** Breaks a text into lines of a width; what does not fit into `most` lines is cut. */
export function linesOf(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(widthOf(word, size) > width ? cut(word, size, width) : word)
  }
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), size, width)]
}

/** The largest of `sizes` at which a text fits into so many lines; the smallest when none does. */
export const fitting = (
  text: string,
  width: number,
  choices: readonly { size: number; lines: number }[],
): { size: number; lines: string[] } => {
  const fits = choices.find(({ size, lines }) => {
    const broken = linesOf(text, size, width, lines + 1)
    return broken.length <= lines && !broken.some((line) => line.endsWith('…') && !text.includes('…'))
  })
  const { size, lines } = fits ?? (choices.at(-1) as { size: number; lines: number })
  return { size, lines: linesOf(text, size, width, lines) }
}

type Style = { x: number; y: number; size: number; fill: string; bold?: boolean }

/** A line of text as outlines for an SVG. */
export function lettered(text: string, { x, y, size, fill, bold }: Style): string {
  let at = 0
  const paths = [...text].flatMap((sign) => {
    const glyph = glyphOf(sign)
    if (!glyph) return []
    const path = glyph[1] && `<path transform="translate(${at})" d="${glyph[1]}"/>`
    at += glyph[0]
    return path ? [path] : []
  })
  const weight = bold ? ` stroke="${fill}" stroke-width="34" stroke-linejoin="round"` : ''
  return `<g transform="translate(${x} ${y}) scale(${size / 1000} ${-size / 1000})" fill="${fill}"${weight}>${paths.join('')}</g>`
}
