import { BlocksFeature, HeadingFeature, lexicalEditor, UploadFeature } from '@payloadcms/richtext-lexical'
import { textBlocks } from '../blocks/text-blocks.ts'

const replaced = new Set(['relationship', 'upload', 'heading', 'indent', 'checklist', 'align'])

/** How texts are written: what the storefront can show, and nothing else. The title of a page is its only heading of the first order. */
export const editor = lexicalEditor({
  features: ({ defaultFeatures }) => [
    ...defaultFeatures.filter(({ key }) => !replaced.has(key)),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    UploadFeature({
      enabledCollections: ['media'],
      collections: {
        media: { fields: [{ name: 'caption', type: 'text', maxLength: 200, admin: { description: 'Stands below the picture.' } }] },
      },
    }),
    BlocksFeature({ blocks: textBlocks }),
  ],
})
