import type { Config, SanitizedConfig } from 'payload'

/** A part of the platform that API keys are let into, as data: whoever owns its collections puts it into `config.custom.areas`. What is in no area, no key reaches. */
export type Area = {
  label: string
  collections?: readonly string[]
  globals?: readonly string[]
  /** Collections of other areas that its documents lead to: read along, never changed. */
  readsAlong?: readonly string[]
}

/** The areas by their names, such as `orders`. */
export type Areas = Record<string, Area>

/** What a scope is for: `orders:read` lets a key read orders. */
export type Act = 'read' | 'write'

/** The platform's own areas. */
export const platformAreas: Areas = {
  account: { label: 'Own account', collections: ['users'] },
  content: {
    label: 'Content and settings',
    collections: ['media', 'pages', 'posts', 'post-categories', 'authors', 'faqs', 'redirects'],
    globals: ['settings'],
  },
  files: { label: 'Private files', collections: ['files'] },
  messages: { label: 'Messages of visitors', collections: ['contact-messages'] },
  system: {
    label: 'System',
    collections: ['audit-log', 'transitions', 'outbox', 'mails', 'idempotency-keys', 'number-series', 'jobs', 'sign-ins'],
  },
}

/** The areas of a configuration. */
export const areasOf = ({ custom }: Pick<Config | SanitizedConfig, 'custom'>): Areas => (custom?.areas as Areas | undefined) ?? {}

/** The scopes any of which opens a collection or global for reading or for changing it; none: no key reaches it. */
export const scopesOn = (areas: Areas, kind: 'collections' | 'globals', slug: string, act: Act): string[] =>
  Object.entries(areas)
    .filter(([, area]) => area[kind]?.includes(slug) || (act === 'read' && kind === 'collections' && area.readsAlong?.includes(slug)))
    .map(([name]) => `${name}:${act}`)

const acts: Record<Act, string> = { read: 'read', write: 'change' }

/** Every scope that a key can have, with what it says. */
export const scopesOf = (areas: Areas): { value: string; label: string }[] =>
  Object.entries(areas).flatMap(([name, { label }]) =>
    Object.entries(acts).map(([act, word]) => ({ value: `${name}:${act}`, label: `${label}: ${word}` })),
  )
