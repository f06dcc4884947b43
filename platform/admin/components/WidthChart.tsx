import { barChart, type Chart } from '../../charts.ts'

const colours = {
  ink: 'var(--theme-text)',
  muted: 'var(--theme-elevation-650)',
  grid: 'var(--theme-elevation-150)',
  series: 'var(--vior-primary)',
}

const widths = [
  { name: 'narrow', width: 340, height: 180 },
  { name: 'middle', width: 640, height: 220 },
  { name: 'wide', width: 1080, height: 240 },
] as const

/** A chart of bars in three widths, of which the style sheet shows the one that fits its surroundings. */
export const WidthChart = (chart: Omit<Chart, 'width' | 'height' | 'colours'>) => (
  <>
    {widths.map(({ name, ...size }) => (
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, which escapes what it is given
      <div className={`sums__${name}`} dangerouslySetInnerHTML={{ __html: barChart({ ...chart, colours, ...size }) }} key={name} />
    ))}
  </>
)
