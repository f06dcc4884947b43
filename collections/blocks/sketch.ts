import type { Block } from 'payload'

/** A shape of a sketch: where it begins, its width and height, and how it stands out. */
type Shape = readonly [x: number, y: number, width: number, height: number, look?: keyof typeof colours]

const colours = { line: '#9aa8ba', strong: '#2e75b6', soft: '#cdd7e3' } as const

const drawn = ([x, y, width, height, look = 'line']: Shape) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="2" fill="${colours[look]}"/>`

/** What a block looks like on a page, roughly, so that editors find it by its shape. */
export const sketch = (...shapes: Shape[]): Pick<NonNullable<Block['admin']>, 'images'> => ({
  images: {
    thumbnail: {
      alt: '',
      url: `data:image/svg+xml,${encodeURIComponent(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><rect width="120" height="80" fill="#f1f4f8"/>${shapes.map(drawn).join('')}</svg>`,
      )}`,
    },
  },
})

/** Boxes beside each other, each with a heading and lines. */
export const cards = (count: number, top = 16): Shape[] =>
  Array.from({ length: count }, (_, n): Shape[] => {
    const [width, gap] = [(104 - (count - 1) * 6) / count, 6]
    const x = 8 + n * (width + gap)
    return [
      [x, top, width, 60 - top + 8, 'soft'],
      [x + 4, 48, width - 12, 4],
      [x + 4, 56, width - 8, 3],
    ]
  }).flat()
