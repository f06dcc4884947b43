import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type Router } from 'express'
import type { Environment } from '../environment.ts'
import { securityHeaders } from './headers.ts'

const folder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const icon = fileURLToPath(new URL('../admin/app/admin/icon.svg', import.meta.url))

const script = 'text/javascript; charset=utf-8'

/** What is served of Swagger UI: two files, and nothing from anywhere else. */
const files: Record<string, string> = { 'swagger-ui-bundle.js': script, 'swagger-ui.css': 'text/css; charset=utf-8' }

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>API</title>
<link rel="icon" href="/api/docs/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="stylesheet" href="/api/docs/page.css">
</head>
<body>
<header>The same as a file for your tools: <a href="/api/openapi.json">openapi.json</a></header>
<main id="ui"><noscript>This page needs scripts; the file above does not.</noscript></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/page.js"></script>
</body>
</html>
`

// What Swagger UI shows too pale or too small.
const style = `body { margin: 0; }
header { font: 1rem/1.5 system-ui, sans-serif; padding: 1rem 1.75rem; }
header a { color: #1f5f99; }
.swagger-ui .opblock-summary-path, .swagger-ui .opblock-summary-path a.nostyle { display: inline-block; min-height: 24px; line-height: 24px; }
html:not(.dark-mode) .swagger-ui .opblock-get .opblock-summary-method { background: #1f5f99; }
html:not(.dark-mode) .swagger-ui .opblock-post .opblock-summary-method { background: #1a6e42; }
html:not(.dark-mode) .swagger-ui .opblock-put .opblock-summary-method { background: #8a5200; }
html:not(.dark-mode) .swagger-ui .opblock-patch .opblock-summary-method { background: #0f6b6b; }
html:not(.dark-mode) .swagger-ui .opblock-delete .opblock-summary-method { background: #b3261e; }
html:not(.dark-mode) .swagger-ui .info .title small, html:not(.dark-mode) .swagger-ui .info .title small pre { background: #435160; color: #fff; }
html:not(.dark-mode) .swagger-ui .info .title small.version-stamp, html:not(.dark-mode) .swagger-ui .info .title small.version-stamp pre { background: #3d6b00; }
html:not(.dark-mode) .swagger-ui .btn.authorize { border-color: #1a6e42; color: #1a6e42; }
html:not(.dark-mode) .swagger-ui .btn.authorize svg { fill: #1a6e42; }
html:not(.dark-mode) .swagger-ui :is(.markdown, .renderedMarkdown) code { color: #7a0dbd; }
html:not(.dark-mode) .swagger-ui :is(.parameter__in, .prop-format, .response-control-media-type__accept-message, .parameter__extension) { color: #4b5563; }
html:not(.dark-mode) .swagger-ui :is(input, textarea)::placeholder { color: #5b6470; }
html:not(.dark-mode) .swagger-ui :is(a, .link, .info a) { color: #1f5f99; }
html.dark-mode body, html.dark-mode header { background: #1c2022; color: #e4e6e6; }
html.dark-mode header a { color: #8cc1f2; }
html.dark-mode .swagger-ui :is(a, .link, .info a) { color: #a9d1f7; text-decoration: underline; }
html.dark-mode .swagger-ui a.nostyle { color: inherit; text-decoration: none; }
@media (max-width: 640px) {
  .swagger-ui .wrapper { padding: 0 12px; }
  .swagger-ui .filter .operation-filter-input { width: 100%; }
}
`

const start = `const dark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
follow()
dark.addEventListener('change', follow)
const ui = document.getElementById('ui')
// Names for choices, and the keyboard for examples that scroll: Swagger UI gives them neither.
new MutationObserver(() => {
  for (const choice of ui.querySelectorAll('select:not([aria-label])')) {
    const row = choice.closest('tr')?.dataset.paramName
    choice.setAttribute('aria-label', row ?? (choice.id === 'servers' ? 'Server' : 'Media type'))
  }
  // A link in a button is two things at once; the button does what the link does.
  for (const link of ui.querySelectorAll('button a[href]')) link.removeAttribute('href')
  for (const example of ui.querySelectorAll('pre.microlight:not([tabindex])')) example.tabIndex = 0
}).observe(ui, { childList: true, subtree: true })
SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#ui',
  validatorUrl: null,
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  defaultModelsExpandDepth: 0,
  syntaxHighlight: false,
})
`

/** `/api/docs`: the description of the API to read and to try. */
export function docs(environment: Pick<Environment, 'publicUrl'>): Router {
  const router = express.Router().use(...securityHeaders('docs', environment))
  const send = (address: string, type: string, text: () => Promise<string> | string) =>
    router.get(
      address,
      async (_request, response) =>
        void response
          .setHeader('Cache-Control', 'public, max-age=3600')
          .type(type)
          .send(await text()),
    )
  send('/', 'text/html; charset=utf-8', () => page)
  send('/icon.svg', 'image/svg+xml', () => readFile(icon, 'utf8'))
  send('/page.css', 'text/css; charset=utf-8', () => style)
  send('/page.js', script, () => start)
  for (const [name, type] of Object.entries(files)) send(`/${name}`, type, () => readFile(path.join(folder, name), 'utf8'))
  return router
}
