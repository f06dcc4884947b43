import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What stands in the way of people with a keyboard, a screen reader or weak eyes, on the page or in the parts that `selectors` name, once its colours
 * have come to rest. `further` are sets of rules beyond WCAG.
 */
export async function barriers(page: Page, selectors?: readonly string[], further: readonly string[] = []): Promise<string[]> {
  await page.evaluate(async () => {
    // Colours on their way from one to the other are nobody's fault; what never ends is not waited for.
    const ending = document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
  // A strict content security policy lets no script in but through the debugger.
  await page.evaluate(source)
  const looked = selectors ? JSON.stringify({ include: selectors.map((selector) => [selector]) }) : 'document'
  const runOnly = JSON.stringify([...rules, ...further])
  const violations = (await page.evaluate(
    `axe.run(${looked}, { runOnly: ${runOnly} }).then(({ violations }) => violations)`,
  )) as Violation[]
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} – ${failureSummary ?? ''}`),
  )
}
