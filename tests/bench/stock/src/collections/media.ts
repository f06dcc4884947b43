import type { CollectionConfig } from 'payload'

export const media: CollectionConfig = {
  slug: 'media',
  access: { read: () => true },
  upload: {
    imageSizes: [
      { name: 'thumb', width: 320 },
      { name: 'card', width: 640 },
      { name: 'full', width: 1280 },
    ],
  },
  fields: [{ name: 'alt', type: 'text', required: true, localized: true }],
}
