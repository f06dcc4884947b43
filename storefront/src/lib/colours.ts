/** The accent of a brand, made readable: what is written on it, and its own shade for writing, on light and on dark surfaces. */
export type Colours = { accent: string; onAccent: string; inkOnLight: string; inkOnDark: string }

type Rgb = [number, number, number]

const parse = (colour: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb

const write = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

const luminance = (colour: string) => {
  const [red, green, blue] = parse(colour).map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours by WCAG, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

const light = '#e1e8f0'
const dark = '#1e2939'

/** `colour` moved towards `goal` just far enough to be read on `surface`. */
function readable(colour: string, goal: string, surface: string): string {
  const [from, to] = [parse(colour), parse(goal)]
  for (let step = 0; step < 20; step++) {
    const mixed = write(from.map((part, at) => part + ((to[at] ?? 0) - part) * (step / 20)) as Rgb)
    if (contrast(mixed, surface) >= 4.6) return mixed
  }
  return goal
}

/** The accent for which the style sheet is made. */
const usual = '#e07a1f'

/** The colours that follow from the accent in the settings; undefined when it is the usual one, or no colour. */
export function accentColours(accent: string | null | undefined): Colours | undefined {
  if (!accent || !/^#[\da-f]{6}$/i.test(accent) || accent.toLowerCase() === usual) return undefined
  const onAccent = contrast(accent, '#14233a') >= contrast(accent, '#ffffff') ? '#14233a' : '#ffffff'
  return { accent, onAccent, inkOnLight: readable(accent, '#000000', light), inkOnDark: readable(accent, '#ffffff', dark) }
}

/** The colours as custom properties for the root element. */
export const asStyle = (colours: Colours | undefined): string | undefined =>
  colours &&
  `--brand:${colours.accent};--on-brand:${colours.onAccent};--brand-on-light:${colours.inkOnLight};--brand-on-dark:${colours.inkOnDark}`
