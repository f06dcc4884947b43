import { type CollectionConfig, definePlugin } from 'payload'
import { exportEndpoint } from './endpoint.ts'
import { exportErrors } from './errors.ts'

const pluralOf = ({ labels, slug }: CollectionConfig) =>
  (typeof labels?.plural === 'string' ? labels.plural : slug.replaceAll('-', ' ')).replace(/^\w(?=[a-z])/, (letter) => letter.toLowerCase())

/** What the reference pages tell once for all collections. */
const ofEach = { summary: 'Take a list away as CSV, XLSX or PDF', folder: 'platform/exports' }

const withExport = (collection: CollectionConfig): CollectionConfig => {
  const taken = exportEndpoint(collection.slug, pluralOf(collection))
  const { components } = collection.admin ?? {}
  return {
    ...collection,
    admin: {
      ...collection.admin,
      components: {
        ...components,
        beforeListTable: [...(components?.beforeListTable ?? []), '/platform/admin/components/Export.tsx#Export'],
        afterListTable: [...(components?.afterListTable ?? []), '/platform/admin/components/ListTotals.tsx#ListTotals'],
      },
    },
    // First, because some collections answer any `/:id` themselves.
    endpoints: [{ ...taken, custom: { ...taken.custom, ofEach } }, ...(collection.endpoints || [])],
  }
}

/** Lets every list be taken away as a file, with what it adds up to. Runs after the plugins that bring collections. */
export const exportsPlugin = definePlugin({
  slug: 'exports',
  order: 870,
  plugin: ({ config }) => ({
    ...config,
    custom: { ...config.custom, errors: { ...config.custom?.errors, exports: exportErrors } },
    collections: config.collections?.map(withExport),
  }),
})
