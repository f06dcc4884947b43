import { scaleBand, scaleLinear, scalePoint } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'

/** One value with its name. */
export type Datum = { label: string; value: number }

/** The colours of a chart: any that SVG knows, CSS variables included where the reader understands them. */
export type ChartColours = { ink: string; muted: string; grid: string; series: string }

/** What a chart shows and how large it is drawn; it scales to the width of whatever holds it. */
export type Chart = {
  /** What is shown, in words, for those who do not see it. */
  title: string
  data: readonly Datum[]
  width?: number
  height?: number
  /** How a value is written, on the axis and in the hint of a bar or point. */
  format?: (value: number) => string
  /** How a value is written on the axis, when there is no room for `format`. */
  formatTick?: (value: number) => string
  colours?: Partial<ChartColours>
}

const plainColours: ChartColours = { ink: '#14233a', muted: '#55637a', grid: '#c9d3df', series: '#2e75b6' }

const fontSize = 12
const tickCount = 4
/** About the width of a letter, to know which labels fit without measuring them. */
const letter = fontSize * 0.65

/** Escapes text for SVG and XML. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const fixed = (value: number) => Number(value.toFixed(2))

const longest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length)) * letter

/** The space of a chart: its plot area, the scale of its values and what both axes look like. */
function frame({ title, data, width = 640, height = 220, format = String, formatTick = format, colours }: Chart) {
  const palette = { ...plainColours, ...colours }
  const values = data.map(({ value }) => value)
  const domain: [number, number] = [Math.min(0, ...values), Math.max(0, ...values)]
  if (domain[0] === domain[1]) domain[1] = 1
  const y = scaleLinear(domain, [height - fontSize * 2, fontSize]).nice(tickCount)
  const wanted = values.every(Number.isInteger) ? y.ticks(tickCount).filter(Number.isInteger) : y.ticks(tickCount)
  const ticks = wanted.map((value) => ({ at: fixed(y(value)), text: formatTick(value), zero: value === 0 }))
  const labelWidth = longest(data.map(({ label }) => label))
  const left = Math.ceil(longest(ticks.map(({ text }) => text)) + letter * 2)
  const right = Math.floor(width - Math.max(fontSize, labelWidth / 2))
  const every = Math.max(1, Math.ceil((data.length * (labelWidth + letter * 2)) / (right - left)))
  const axes = (x: (label: string) => number) => [
    ...ticks.map(
      ({ at, zero }) => `<line x1="${left}" x2="${right}" y1="${at}" y2="${at}" stroke="${zero ? palette.muted : palette.grid}"/>`,
    ),
    ...ticks.map(
      ({ at, text }) =>
        `<text x="${left - letter}" y="${at}" dy="0.35em" text-anchor="end" fill="${palette.muted}">${escapeXml(text)}</text>`,
    ),
    ...data
      .filter((_, index) => (data.length - 1 - index) % every === 0)
      .map(
        ({ label }) =>
          `<text x="${fixed(x(label))}" y="${height - letter}" text-anchor="middle" fill="${palette.muted}">${escapeXml(label)}</text>`,
      ),
  ]
  const svg = (parts: readonly string[]) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(title)}" font-family="system-ui, sans-serif" font-size="${fontSize}">${parts.join('')}</svg>`
  const hint = ({ label, value }: Datum) => `<title>${escapeXml(`${label}: ${format(value)}`)}</title>`
  return { y, left, right, palette, axes, svg, hint }
}

/** A chart of bars as SVG text. Labels are told apart by their text, so they must differ. */
export function barChart(chart: Chart): string {
  const { y, left, right, palette, axes, svg, hint } = frame(chart)
  const x = scaleBand(
    chart.data.map(({ label }) => label),
    [left, right],
  ).padding(0.25)
  const bars = chart.data.map((datum) => {
    const [top, bottom] = [y(Math.max(0, datum.value)), y(Math.min(0, datum.value))]
    return `<rect x="${fixed(x(datum.label) ?? 0)}" y="${fixed(top)}" width="${fixed(x.bandwidth())}" height="${fixed(bottom - top)}" rx="2" fill="${palette.series}">${hint(datum)}</rect>`
  })
  return svg([...axes((label) => (x(label) ?? 0) + x.bandwidth() / 2), ...bars])
}

/** A line over a tinted area as SVG text. Labels are told apart by their text, so they must differ. */
export function lineChart(chart: Chart): string {
  const { y, left, right, palette, axes, svg, hint } = frame(chart)
  const x = scalePoint(
    chart.data.map(({ label }) => label),
    [left, right],
  ).padding(0.5)
  const at = ({ label }: Datum) => x(label) ?? 0
  const stroke = line<Datum>(at, ({ value }) => y(value))
    .curve(curveMonotoneX)
    .digits(2)
  const fill = area<Datum>(at, y(0), ({ value }) => y(value))
    .curve(curveMonotoneX)
    .digits(2)
  const data = [...chart.data]
  const points = data.map(
    (datum) => `<circle cx="${fixed(at(datum))}" cy="${fixed(y(datum.value))}" r="3" fill="${palette.series}">${hint(datum)}</circle>`,
  )
  return svg([
    ...axes((label) => x(label) ?? 0),
    `<path d="${fill(data) ?? ''}" fill="${palette.series}" fill-opacity="0.15"/>`,
    `<path d="${stroke(data) ?? ''}" fill="none" stroke="${palette.series}" stroke-width="2"/>`,
    ...points,
  ])
}
