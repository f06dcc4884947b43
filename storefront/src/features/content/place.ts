import type { Place } from './rich-text.ts'

/** What texts must know of the page that shows them. */
export const placeOf = ({ locale, publicUrl, saver, t }: App.Locals): Place => ({
  locale,
  publicUrl,
  ...(saver && { saver: { show: t('saver.show') } }),
})
