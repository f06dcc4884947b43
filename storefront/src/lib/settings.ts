import type { Media } from '../../../payload-types.ts'
import type { Api } from './api.ts'
import { accentColours, type Colours } from './colours.ts'
import { hrefIn } from './links.ts'
import type { Currency } from './money.ts'
import type { Locale } from './paths.ts'

/** A text of a menu that leads somewhere. */
export type MenuLink = { label: string; href: string }

/** What is true of the whole site, as its pages use it. */
export type Settings = {
  brand: { name: string; tagline: string; logo?: Media; accent?: Colours }
  contacts: { email?: string; phone?: string; address?: string; hours?: string }
  menus: { header: MenuLink[]; footer: MenuLink[] }
  currency: Currency
  shop: { shippingFee: number; freeShippingFrom?: number; guestCheckout: boolean }
}

/** What pages show while the settings cannot be read, such as the page that says that something is broken. */
export const fallbackSettings: Settings = {
  brand: { name: 'PRITECH VIOR', tagline: '' },
  contacts: {},
  menus: { header: [], footer: [] },
  currency: 'TZS',
  shop: { shippingFee: 0, guestCheckout: true },
}

const menuOf = (links: MenuLink[] | null | undefined, locale: Locale): MenuLink[] =>
  (links ?? []).map(({ label, href }) => ({ label, href: hrefIn(locale, href) }))

/** The settings in the reader's language. */
export async function readSettings(api: Api, locale: Locale): Promise<Settings> {
  const { brand, contacts, navigation, currency, shop } = await api.global('settings', { locale, depth: 1 })
  const { name, tagline, logo, accent } = brand
  return {
    brand: {
      name,
      tagline: tagline ?? '',
      logo: typeof logo === 'object' && logo !== null ? logo : undefined,
      accent: accentColours(accent),
    },
    contacts: {
      email: contacts?.email ?? undefined,
      phone: contacts?.phone ?? undefined,
      address: contacts?.address ?? undefined,
      hours: contacts?.hours ?? undefined,
    },
    menus: { header: menuOf(navigation?.header, locale), footer: menuOf(navigation?.footer, locale) },
    currency: currency as Currency,
    shop: {
      shippingFee: shop.shippingFee,
      freeShippingFrom: shop.freeShippingFrom ?? undefined,
      guestCheckout: shop.guestCheckout !== false,
    },
  }
}
