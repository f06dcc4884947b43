import type { AstroCookies } from 'astro'

const themes = ['light', 'dark'] as const

/** A look that the visitor chose over that of the device. */
export type Theme = (typeof themes)[number]

/** Whether a text names a look. */
export const isTheme = (text: string | undefined): text is Theme => themes.some((theme) => theme === text)

/** The look that the visitor chose; undefined: as the device says. */
export function themeOf(cookies: AstroCookies): Theme | undefined {
  const chosen = cookies.get('theme')?.value
  return isTheme(chosen) ? chosen : undefined
}
