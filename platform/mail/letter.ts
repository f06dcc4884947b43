import type { PayloadRequest } from 'payload'
import type { Setting } from '../../payload-types.ts'
import { environment } from '../environment.ts'
import { settingsOf } from '../settings.ts'
import { html } from './html.ts'

/** What a mail says, as data; its HTML and its plain text are made from the same. */
export type Letter = {
  heading: string
  paragraphs: readonly string[]
  /** A small table, such as the lines of an order and their total. */
  rows?: readonly (readonly [label: string, value: string])[]
  /** The one thing to do. */
  action?: { label: string; url: string }
  /** Small print below. */
  footnote?: string
  locale?: string
}

/** Who writes. */
export type Brand = { name: string; accent: string; url: string; contact?: string }

const ink = '#14233a'
const muted = '#52627a'

/** The HTML and the plain text of a letter. */
export const compose = (
  { heading, paragraphs, rows = [], action, footnote, locale = 'en' }: Letter,
  brand: Brand,
): { html: string; text: string } => ({
  html: html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${heading}</title></head>
<body style="margin:0;padding:24px 12px;background:#e9eef4;color:${ink};font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:28px 24px;background:#fff;border-radius:14px;border-top:4px solid ${brand.accent}">
<p style="margin:0 0 20px;font-weight:700">${brand.name}</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${heading}</h1>
${paragraphs.map((paragraph) => html`<p style="margin:0 0 14px">${paragraph}</p>\n`)}
${
  rows.length > 0 &&
  html`<table role="presentation" style="width:100%;border-collapse:collapse;margin:0 0 18px">${rows.map(
    ([label, value]) =>
      html`<tr><td style="padding:6px 0;border-bottom:1px solid #d8e0ea">${label}</td><td style="padding:6px 0 6px 16px;border-bottom:1px solid #d8e0ea;text-align:right;white-space:nowrap">${value}</td></tr>\n`,
  )}</table>`
}
${action && html`<p style="margin:22px 0"><a href="${action.url}" style="display:inline-block;padding:12px 22px;background:#1a3c6b;color:#fff;border-radius:10px;text-decoration:none;font-weight:600">${action.label}</a></p><p style="margin:0 0 14px;font-size:13px;color:${muted};word-break:break-all">${action.url}</p>`}
${footnote && html`<p style="margin:18px 0 0;font-size:13px;color:${muted}">${footnote}</p>`}
</div>
<p style="max-width:560px;margin:14px auto 0;font-size:12px;color:${muted};text-align:center">${brand.name} · ${brand.url}${brand.contact && ` · ${brand.contact}`}</p>
</body>
</html>`.markup,
  text: [
    heading,
    ...paragraphs,
    rows.map(([label, value]) => `${label}: ${value}`).join('\n'),
    action && `${action.label}:\n${action.url}`,
    footnote,
    `-- \n${[brand.name, brand.url, brand.contact].filter(Boolean).join(' · ')}`,
  ]
    .filter(Boolean)
    .join('\n\n'),
})

/** The brand as the settings say; without settings that of the address. */
export async function brandOf({ payload }: Pick<PayloadRequest, 'payload'>): Promise<Brand> {
  const isSet = payload.config.globals.some(({ slug }) => slug === 'settings')
  const { brand, contacts }: Partial<Setting> = isSet ? await settingsOf({ payload }) : {}
  return {
    name: brand?.name ?? new URL(environment.publicUrl).host,
    accent: brand?.accent ?? '#e07a1f',
    url: environment.publicUrl,
    contact: contacts?.email ?? undefined,
  }
}

/** The HTML and the plain text of a letter under the brand of the settings. */
export const letter = async (req: PayloadRequest, content: Letter): Promise<{ html: string; text: string }> =>
  compose(content, await brandOf(req))
