/** Addresses that are not described, with why: everything else is. */
export const leftOut: readonly { pattern: RegExp; because: string }[] = [
  { pattern: /^\/api\/payload-/, because: 'What the admin keeps for itself.' },
  { pattern: /^\/api\/(access|[\w-]+\/access\/:id\?|globals\/[\w-]+\/access)$/, because: 'The admin asks which fields to show.' },
  {
    pattern: /^\/api\/[\w-]+\/first-register$/,
    because: 'Always refused: nobody becomes the owner of an empty installation by coming first.',
  },
  { pattern: /^\/api\/[\w-]+\/paste-url\/:id\?$/, because: 'The admin fetches a picture by its address.' },
  { pattern: /^\/api\/mcp$/, because: 'Another protocol, whose tools describe themselves.' },
  { pattern: /^\/api\/files\/:id\/content$/, because: 'Reached through a signed link only, which another address gives.' },
  { pattern: /^\/api\/openapi\.json$/, because: 'This description itself.' },
]
