import type { Config } from 'payload'

/** What the admin says in our words instead of Payload's. */
export const wording = {
  translations: {
    en: {
      general: {
        createdAt: 'Created',
        lastModified: 'Last changed',
        noLabel: '–',
        or: 'or',
        payloadSettings: 'Language and look',
        updatedAt: 'Last changed',
      },
      upload: { fileName: 'File name', fileSize: 'Size' },
    },
  },
} as unknown as NonNullable<Config['i18n']>
