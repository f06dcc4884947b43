import type { PayloadRequest } from 'payload'
import { environment } from '../environment.ts'
import type { Locale } from '../locales.ts'
import { letter } from './letter.ts'

type Words = { subject: string; heading: string; paragraph: string; action: string; footnote: string }

const confirm: Record<Locale, Words> = {
  en: {
    subject: 'Confirm your e-mail address',
    heading: 'Welcome',
    paragraph: 'Somebody, hopefully you, made an account with this address. Confirm that it is yours.',
    action: 'Confirm the address',
    footnote: 'If it was not you, ignore this mail: nothing happens.',
  },
  sw: {
    subject: 'Thibitisha barua pepe yako',
    heading: 'Karibu',
    paragraph: 'Mtu fulani, bila shaka wewe, amefungua akaunti kwa anwani hii. Thibitisha kwamba ni yako.',
    action: 'Thibitisha anwani',
    footnote: 'Kama si wewe, puuza barua hii: hakuna kitakachotokea.',
  },
  sn: {
    subject: 'Simbisai kero yenyu yeimeri',
    heading: 'Mauya',
    paragraph: 'Pane munhu, zvichida imi, avhura akaundi nekero iyi. Simbisai kuti ndeyenyu.',
    action: 'Simbisai kero',
    footnote: 'Kana musiri imi, regererai tsamba iyi: hapana chinoitika.',
  },
  nd: {
    subject: 'Qinisekisa ikheli lakho le-imeyili',
    heading: 'Siyakwamukela',
    paragraph: 'Kukhona umuntu, mhlawumbe nguwe, ovule i-akhawunti ngaleli kheli. Qinisekisa ukuthi ngelakho.',
    action: 'Qinisekisa ikheli',
    footnote: 'Nxa kungasuwe, ungawunaki lumlayezo: akulalutho oluzakwenzakala.',
  },
}

const reset: Record<Locale, Words> = {
  en: {
    subject: 'Set a new password',
    heading: 'Set a new password',
    paragraph: 'Somebody, hopefully you, asked to set a new password for this account. The link works once, for one hour.',
    action: 'Set a new password',
    footnote: 'If it was not you, ignore this mail: your password stays as it is.',
  },
  sw: {
    subject: 'Weka nenosiri jipya',
    heading: 'Weka nenosiri jipya',
    paragraph: 'Mtu fulani, bila shaka wewe, ameomba kuweka nenosiri jipya la akaunti hii. Kiungo kinafanya kazi mara moja, kwa saa moja.',
    action: 'Weka nenosiri jipya',
    footnote: 'Kama si wewe, puuza barua hii: nenosiri lako linabaki lilivyo.',
  },
  sn: {
    subject: 'Isai pasiwedhi itsva',
    heading: 'Isai pasiwedhi itsva',
    paragraph: 'Pane munhu, zvichida imi, akumbira kuisa pasiwedhi itsva yeakaundi iyi. Chinongedzo chinoshanda kamwe chete, kweawa imwe.',
    action: 'Isai pasiwedhi itsva',
    footnote: 'Kana musiri imi, regererai tsamba iyi: pasiwedhi yenyu inoramba yakadaro.',
  },
  nd: {
    subject: 'Faka iphasiwedi entsha',
    heading: 'Faka iphasiwedi entsha',
    paragraph: 'Kukhona umuntu, mhlawumbe nguwe, ocele ukufaka iphasiwedi entsha yale akhawunti. Ilinki isebenza kanye, okwehola elilodwa.',
    action: 'Faka iphasiwedi entsha',
    footnote: 'Nxa kungasuwe, ungawunaki lumlayezo: iphasiwedi yakho isala injalo.',
  },
}

type Asked = { req?: PayloadRequest; token?: string; user?: { locale?: string | null } }

const localeOf = ({ user }: Asked): Locale => (user?.locale && user.locale in confirm ? (user.locale as Locale) : 'en')

const linked = (path: string, words: Record<Locale, Words>) => ({
  generateEmailSubject: (asked: Asked = {}) => words[localeOf(asked)].subject,
  generateEmailHTML: async (asked: Asked = {}): Promise<string> => {
    const locale = localeOf(asked)
    const { heading, paragraph, action, footnote } = words[locale]
    // The address comes from the settings of the installation, never from the request, whose host can be forged.
    const url = `${environment.publicUrl}${locale === 'en' ? '' : `/${locale}`}${path}?token=${encodeURIComponent(asked.token ?? '')}`
    const { html } = await letter(asked.req as PayloadRequest, {
      heading,
      paragraphs: [paragraph],
      action: { label: action, url },
      footnote,
      locale,
    })
    return html
  },
})

/** The mails of an account: the confirmation of its address and the link that sets a new password, in the language of the person. */
export const accountMails = {
  verify: linked('/verify-email', confirm),
  forgotPassword: linked('/reset-password', reset),
}
