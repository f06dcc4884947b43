import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import express, { type Router } from 'express'
import type { Environment } from '../environment.ts'
import { securityHeaders } from './headers.ts'

const folder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const script = 'text/javascript; charset=utf-8'

/** What is served of Swagger UI: two files, and nothing from anywhere else. */
const files: Record<string, string> = { 'swagger-ui-bundle.js': script, 'swagger-ui.css': 'text/css; charset=utf-8' }

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<p style="margin:1rem;font:1rem/1.5 system-ui,sans-serif">The same as a file for your tools: <a href="/api/openapi.json">openapi.json</a></p>
<main id="ui"><noscript>This page needs scripts; the file above does not.</noscript></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/page.js"></script>
</body>
</html>
`

const start = `SwaggerUIBundle({
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
  send('/page.js', script, () => start)
  for (const [name, type] of Object.entries(files)) send(`/${name}`, type, () => readFile(path.join(folder, name), 'utf8'))
  return router
}
