import { splitLocale } from './paths.ts'

/** The names of what the service worker keeps. */
export const stores = { pages: 'pages', files: 'files', pictures: 'pictures' } as const

/** Pages that show what belongs to one visitor, or that only make sense at the moment: no copy of them is kept on a device. */
const personal = /^\/(cart|checkout|orders|account|sign-|reset-|verify-|forgot-|theme|data-saver|offline)/

/** Areas that are not pages of the site. */
const elsewhere = /^\/(api|admin|files|_next|__nextjs|sandbox|socket\.io|health|metrics|og|icons)(\/|$)/

/** Whether an address of the site is a page that may be read again without a network; drafts that staff preview are not. */
export const isReadable = ({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>): boolean => {
  const { path } = splitLocale(pathname)
  return ![elsewhere.test(path), elsewhere.test(pathname), personal.test(path), /\.\w+$/.test(path), searchParams.has('preview')].includes(
    true,
  )
}

/** Whether an address, of the site or of a CDN, is a picture of ours. */
export const isPicture = ({ pathname }: Pick<URL, 'pathname'>): boolean => pathname.includes('/api/media/file/')

/** Whether an answer may be kept on the device: whole, and not said to be for one visitor. */
export const mayKeep = ({ status, headers, redirected }: Pick<Response, 'status' | 'headers' | 'redirected'>): boolean =>
  status === 200 && !redirected && !/no-store/.test(headers.get('cache-control') ?? '') && !headers.has('set-cookie')
