import { type Block, type CollectionConfig, type CollectionSlug, definePlugin, type Field } from 'payload'
import { addressOf } from './address.ts'
import { findingsEndpoint } from './findings-endpoint.ts'
import { keepAddress } from './keep-address.ts'
import { previewButtons, previewEndpoint } from './preview.ts'

const hasDrafts = ({ versions }: CollectionConfig) => typeof versions === 'object' && Boolean(versions.drafts)

const nameOf = ({ labels, slug }: Block) => (typeof labels?.singular === 'string' ? labels.singular : slug)

/** A block in a form is known by what it is and how it begins, instead of by a name that editors would have to give it. */
const labelled = (block: Block): Block => ({
  ...block,
  admin: {
    ...block.admin,
    disableBlockName: true,
    components: {
      ...block.admin?.components,
      Label: { path: '/platform/admin/components/BlockLabel.tsx#BlockLabel', clientProps: { kind: nameOf(block) } },
    },
  },
})

const withBlocks = (fields: readonly Field[], blocks: readonly Block[]): Field[] =>
  fields.map((field): Field => {
    if (field.type === 'blocks' && field.custom?.open) return { ...field, blocks: [...field.blocks, ...blocks].map(labelled) }
    if (field.type === 'tabs') return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: withBlocks(tab.fields, blocks) })) }
    return field
  })

/** What every collection gets whose documents have a page of their own. */
const withPage = (collection: CollectionConfig, address: string): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeChange: [...(collection.hooks?.beforeChange ?? []), keepAddress(address)] },
  ...(hasDrafts(collection) && { endpoints: [...(collection.endpoints || []), previewEndpoint(collection.slug as CollectionSlug)] }),
  admin: { ...collection.admin, enableRichTextLink: true, ...(hasDrafts(collection) && previewButtons(collection.slug, address)) },
})

const prepared = (collection: CollectionConfig, blocks: readonly Block[]): CollectionConfig => {
  const address = addressOf(collection)
  const open = { ...collection, fields: withBlocks(collection.fields, blocks) }
  const plain = { ...open, admin: { enableRichTextLink: false, enableRichTextRelationship: collection.slug === 'media', ...open.admin } }
  return address ? withPage(plain, address) : plain
}

/**
 * Gives the collections what their data asks for. Blocks in `config.custom.blocks` may be put on pages; the documents of a collection with
 * `custom.address` can be linked to from texts, lead on from their old address when it changes, and are previewed when they have drafts.
 */
export const contentPlugin = definePlugin({
  slug: 'content',
  order: 800,
  plugin: ({ config }) => ({
    ...config,
    endpoints: [...(config.endpoints ?? []), findingsEndpoint],
    // Only the platform's own job runs what editors scheduled.
    jobs: { ...config.jobs, tasks: config.jobs?.tasks ?? [], access: { run: () => false, queue: () => false, cancel: () => false } },
    collections: config.collections?.map((collection) => prepared(collection, (config.custom?.blocks as Block[] | undefined) ?? [])),
  }),
})
