import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }

/** What stands in the way of people with a keyboard, a screen reader or weak eyes, on the page or in the parts that `selectors` name. */
export async function barriers(page: Page, selectors?: readonly string[]): Promise<string[]> {
  await page.evaluate(source)
  const include = JSON.stringify(selectors ? { include: selectors.map((selector) => [selector]) } : {})
  const violations = (await page.evaluate(
    `axe.run(${selectors ? include : 'document'}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations)`,
  )) as Violation[]
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} – ${failureSummary ?? ''}`),
  )
}
