import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barChart, escapeXml, lineChart } from '../../platform/charts.ts'

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

const datum = (index: number, value: number) => ({ label: `${index}`, value })

test('a bar chart has one bar per value, each with its hint', () => {
  const svg = barChart({ title: 'Orders', data: [datum(1, 3), datum(2, 5)], format: (value) => `${value} orders` })
  expect(count(svg, /<rect/g)).toBe(2)
  expect(svg).toContain('<title>2: 5 orders</title>')
  expect(svg).toContain('role="img" aria-label="Orders"')
})

test('bars stand on the zero line, negative ones hang from it', () => {
  const svg = barChart({ title: 'Balance', data: [datum(1, 10), datum(2, -10)], height: 200 })
  const [up, down] = [...svg.matchAll(/<rect [^>]*y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/g)].map(([, y, height]) => ({
    y: Number(y),
    height: Number(height),
  }))
  expect(up?.height).toBeCloseTo(down?.height ?? 0)
  expect((up?.y ?? 0) + (up?.height ?? 0)).toBeCloseTo(down?.y ?? 0)
})

test('a chart without values still has its axes and nothing that is not a number', () => {
  for (const draw of [barChart, lineChart]) {
    const svg = draw({ title: 'Nothing yet', data: [] })
    expect(svg).toContain('<line')
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  }
})

test('whole numbers get no ticks in between', () => {
  expect(barChart({ title: 'Few', data: [datum(1, 1)] })).not.toContain('>0.5<')
})

test('labels that would overlap are left out, the newest never', () => {
  const data = Array.from({ length: 90 }, (_, index) => ({ label: `day ${index}`, value: index }))
  const labels = [...lineChart({ title: 'Days', data, width: 320 }).matchAll(/text-anchor="middle"[^>]*>([^<]+)</g)].map(
    ([, label]) => label,
  )
  expect(labels.length).toBeLessThan(10)
  expect(labels.at(-1)).toBe('day 89')
})

test('names cannot break out of the drawing', () => {
  const evil = '"><script>alert(1)</script>'
  for (const draw of [barChart, lineChart]) {
    const svg = draw({ title: evil, data: [{ label: evil, value: 1 }], format: () => evil })
    expect(svg).not.toContain('<script')
    expect(svg).toContain(escapeXml(evil))
  }
})

test('whatever the values, every bar lies within the chart', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), { maxLength: 60 }),
      fc.integer({ min: 240, max: 900 }),
      (values, width) => {
        const svg = barChart({
          title: 'Any',
          data: values.map((value, index) => datum(index, value)),
          width,
          height: 200,
          format: (value) => value.toExponential(0),
        })
        for (const [, x, y, barWidth, height] of svg.matchAll(/<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0)
          expect(Number(x) + Number(barWidth)).toBeLessThanOrEqual(width + 0.01)
          expect(Number(y)).toBeGreaterThanOrEqual(0)
          expect(Number(y) + Number(height)).toBeLessThanOrEqual(200)
        }
      },
    ),
  )
})

test('the line passes through every point', () => {
  const svg = lineChart({ title: 'Line', data: [datum(1, 0), datum(2, 4), datum(3, 2)] })
  expect(count(svg, /<circle/g)).toBe(3)
  expect(count(svg, /<path/g)).toBe(2)
})
