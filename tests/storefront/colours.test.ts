import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accentColours, contrast } from '../../storefront/src/lib/colours.ts'

const tokens = readFileSync(path.resolve(import.meta.dirname, '../../storefront/src/styles/tokens.css'), 'utf8')

/** A colour of the style sheet, on light and on dark. */
function colour(name: string): { light: string; dark: string } {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: (?:var\\(--[\\w-]+, )?light-dark\\((?:var\\(--[\\w-]+, )?(#\\w{6})\\)?, (?:var\\(--[\\w-]+, )?(#\\w{6})`).exec(
      tokens,
    ) ?? []
  if (!light || !dark) throw new Error(`The style sheet has no colour --${name}.`)
  return { light, dark }
}

const surfaces = ['surface', 'raised', 'field', 'well']

const least = (front: string, backs: string[]) =>
  Math.min(...backs.flatMap((back) => (['light', 'dark'] as const).map((look) => contrast(colour(front)[look], colour(back)[look]))))

describe('the colours of the site', () => {
  test.each(['ink', 'ink-soft', 'ink-faint', 'link', 'success', 'danger', 'accent-ink'])('%s can be read on every surface', (name) => {
    expect(least(name, surfaces)).toBeGreaterThanOrEqual(4.5)
  })

  test('the edge of what can be pressed or written in stands out', () => {
    expect(least('line', surfaces)).toBeGreaterThanOrEqual(3)
    expect(least('focus', surfaces)).toBeGreaterThanOrEqual(3)
  })

  test.each(['success', 'warning', 'danger', 'info'])('%s can be read on its own tint, and ink too', (name) => {
    expect(least(name, [`${name}-soft`])).toBeGreaterThanOrEqual(4.5)
    expect(least('ink', [`${name}-soft`])).toBeGreaterThanOrEqual(4.5)
  })

  test('what is written on a button or a badge can be read', () => {
    expect(least('on-primary', ['primary', 'primary-strong'])).toBeGreaterThanOrEqual(4.5)
    expect(least('on-accent', ['accent'])).toBeGreaterThanOrEqual(4.5)
  })
})

describe('the accent of a brand', () => {
  test('can be read whatever it is', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(hex, (accent) => {
        const made = accentColours(accent)
        if (!made) return
        expect(contrast(made.onAccent, accent)).toBeGreaterThanOrEqual(3.9)
        for (const surface of surfaces) {
          expect(contrast(made.inkOnLight, colour(surface).light)).toBeGreaterThanOrEqual(4.5)
          expect(contrast(made.inkOnDark, colour(surface).dark)).toBeGreaterThanOrEqual(4.5)
        }
      }),
    )
  })

  test('is left out when there is none or it is no colour', () => {
    for (const accent of [undefined, null, '', 'red', '#e07a1f', '#12345']) expect(accentColours(accent)).toBeUndefined()
  })
})
