import type { Endpoint, SanitizedConfig } from 'payload'
import { openApi } from './document.ts'

const written = new WeakMap<SanitizedConfig, Promise<string>>()

/** The description as text, made once. */
function openApiText(config: SanitizedConfig): Promise<string> {
  const text = written.get(config) ?? openApi(config).then((description) => JSON.stringify(description))
  written.set(config, text)
  return text
}

/** `GET /api/openapi.json` */
export const openApiEndpoint: Endpoint = {
  method: 'get',
  path: '/openapi.json',
  handler: async ({ payload }) =>
    new Response(await openApiText(payload.config), {
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, max-age=60' },
    }),
}
