import type { GroupField } from 'payload'
import { writableBy } from '../../platform/access.ts'
import { isWebAddress } from './address.ts'

/** Up to how many characters search engines show whole. */
export const shownLength = { title: 60, description: 160 }

/** The names of the fields that search engines are shown when their own are left empty, and the pattern of the document's address. */
export type SeoSources = { title: string; description: string; address: string }

const isCanonical = (value: unknown) =>
  !value ||
  isWebAddress(value) ||
  (typeof value === 'string' && /^\/(?!\/)\S*$/.test(value)) ||
  'Give a path such as /about or a whole address such as https://example.com/about.'

/** What search engines and share cards show of a document; what is left empty follows from `sources`. Marketing writes it, also where it writes nothing else. */
export const seoField = (sources: SeoSources): GroupField => ({
  name: 'seo',
  type: 'group',
  label: 'Search engines and sharing',
  access: writableBy('marketing'),
  custom: { sources },
  fields: [
    {
      name: 'shown',
      type: 'ui',
      admin: { components: { Field: { path: '/platform/admin/components/SeoPreview.tsx#SeoPreview', clientProps: { sources } } } },
    },
    {
      name: 'title',
      type: 'text',
      localized: true,
      maxLength: 120,
      admin: { description: `Left empty, the title. Up to ${shownLength.title} characters are shown whole.` },
    },
    {
      name: 'description',
      type: 'textarea',
      localized: true,
      maxLength: 320,
      admin: { description: `Left empty, the summary. Up to ${shownLength.description} characters are shown whole.` },
    },
    {
      name: 'image',
      type: 'upload',
      relationTo: 'media',
      label: 'Picture for sharing',
      admin: { description: 'At best 1200 × 630. Left empty, one is made from the title and the first picture.' },
    },
    {
      name: 'canonical',
      type: 'text',
      maxLength: 500,
      validate: isCanonical,
      label: 'Original address',
      admin: { description: 'Only when the same text first stood elsewhere.' },
    },
    {
      name: 'noindex',
      type: 'checkbox',
      defaultValue: false,
      label: 'Hide from search engines',
    },
  ],
})
