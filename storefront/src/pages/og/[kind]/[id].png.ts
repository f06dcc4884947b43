import type { APIRoute } from 'astro'
import type { Media } from '../../../../../payload-types.ts'
import { shareCard } from '../../../features/share/card.ts'
import { subjectOf } from '../../../features/share/subjects.ts'
import { isLocale } from '../../../lib/paths.ts'
import { readSettings } from '../../../lib/settings.ts'

/** The bytes of a picture; nothing when it cannot be had. */
async function bytesOf({ apiFetch, publicUrl }: App.Locals, { sizes, url }: Media): Promise<Uint8Array | undefined> {
  const address = sizes?.card?.url ?? url
  if (!address) return undefined
  const answer = await (apiFetch ?? fetch)(new URL(address, publicUrl).href).catch(() => undefined)
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
}

/** `/og/<collection>/<id>.png`: the picture that stands for a page when it is shared. */
export const GET: APIRoute = async ({ params, url, locals, rewrite }) => {
  const { kind = '', id = '' } = params
  const asked = url.searchParams.get('locale') ?? undefined
  const locale = isLocale(asked) ? asked : 'en'
  const { brand } = locale === locals.locale ? locals.settings : await readSettings(locals.api, locale)
  const subject = kind === 'site' ? { title: brand.tagline || brand.name } : await subjectOf(locals.api, kind, id, locale)
  if (!subject) return rewrite('/404')
  const picture = subject.picture && (await bytesOf(locals, subject.picture))
  const card = await shareCard({
    ...subject,
    brand: brand.name,
    host: new URL(locals.publicUrl).host,
    accent: brand.accent?.accent ?? '#f0953f',
    picture,
  })
  return new Response(new Uint8Array(card), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=300' } })
}
