/// <reference types="astro/client" />

declare namespace App {
  /** What a page knows of the visit; the first block is handed in by the server in front, the rest is made by the middleware. */
  interface Locals {
    apiFetch?: import('./lib/api.ts').ApiFetch
    mode?: 'sandbox' | 'live'
    publicUrl: string
    assetUrl?: string
    address?: string
    requestId?: string

    locale: import('./lib/paths.ts').Locale
    t: import('./i18n/index.ts').Translate
    paths: import('./lib/paths.ts').Paths
    api: import('./lib/api.ts').Api
    theme: import('./lib/theme.ts').Theme | undefined
    /** Pages come without pictures until they are asked for. */
    saver: boolean
    sandbox: boolean
    settings: import('./lib/settings.ts').Settings
    user: import('../../payload-types.ts').User | null
  }
}
