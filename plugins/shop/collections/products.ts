import type { CollectionConfig } from 'payload'
import { seoField } from '../../../collections/content/seo.ts'
import { allow, matching, serverOnly } from '../../../platform/access.ts'
import { actionsField } from '../../../platform/actions.ts'
import { idField } from '../../../platform/ids.ts'
import { keepWhileUsed } from '../../../platform/keep-while-used.ts'
import { currencyField, moneyField } from '../../../platform/money.ts'
import { staffRoles } from '../../../platform/roles.ts'
import { rowName } from '../../../platform/row-name.ts'
import { slugField } from '../../../platform/slug.ts'
import { taxClassField } from '../../../platform/tax/class-field.ts'
import { generateVariants } from '../endpoints/generate-variants.ts'
import { keepOptionsApart } from '../hooks/choices.ts'
import { keepWhatIsChosen } from '../hooks/keep-what-is-chosen.ts'
import { passOnToVariants } from '../hooks/pass-on-to-variants.ts'

const address = '/shop/{slug}'

/** What the shop sells, as visitors see it; what is counted and scanned are its variants. */
export const products: CollectionConfig = {
  slug: 'products',
  labels: { singular: 'Product', plural: 'Products' },
  admin: {
    group: 'Shop',
    useAsTitle: 'title',
    defaultColumns: ['title', 'category', 'price', 'inStock', 'published', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'summary'],
    description: 'What the shop sells. Visitors see a product once it is published.',
  },
  access: allow({
    create: ['marketing', 'sales'],
    read: [...staffRoles, matching({ published: { equals: true } })],
    update: ['marketing', 'sales'],
    delete: ['marketing'],
  }),
  defaultSort: '-createdAt',
  defaultPopulate: { title: true, slug: true, price: true, currency: true, images: true, inStock: true, kind: true },
  indexes: [{ fields: ['published', 'createdAt'] }, { fields: ['published', 'price'] }, { fields: ['published', 'category', 'createdAt'] }],
  custom: { address },
  endpoints: [generateVariants],
  hooks: {
    beforeChange: [keepOptionsApart, keepWhatIsChosen],
    afterChange: [passOnToVariants],
    beforeDelete: [keepWhileUsed({ variants: 'product' })],
  },
  fields: [
    idField(),
    actionsField,
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 200 },
    slugField('title'),
    {
      name: 'summary',
      type: 'textarea',
      localized: true,
      maxLength: 500,
      admin: { description: 'One or two sentences for lists and search engines.' },
    },
    { name: 'description', type: 'richText', localized: true },
    {
      name: 'images',
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      maxRows: 12,
      admin: { description: 'The first one stands for the product in lists.' },
    },
    moneyField('price', {
      required: true,
      index: true,
      custom: { sum: false },
      admin: { description: 'Price of every variant that has none of its own.' },
    }),
    currencyField({ admin: { position: 'sidebar', description: 'Only products in the currency of the shop can be bought.' } }),
    {
      name: 'options',
      type: 'array',
      maxRows: 3,
      labels: { singular: 'Option', plural: 'Options' },
      admin: {
        initCollapsed: true,
        description:
          'What customers choose by, such as size and colour. Variants point at the ids of these rows: keep them when you write by API.',
        components: { RowLabel: rowName('Option', 'name', { name: 'values', field: 'label' }) },
      },
      fields: [
        { name: 'name', type: 'text', required: true, localized: true, maxLength: 60 },
        {
          name: 'values',
          type: 'array',
          required: true,
          minRows: 1,
          maxRows: 50,
          labels: { singular: 'Value', plural: 'Values' },
          admin: { components: { RowLabel: rowName('Value', 'label') } },
          fields: [{ name: 'label', type: 'text', required: true, localized: true, maxLength: 60 }],
        },
      ],
    },
    {
      name: 'lackingChoices',
      type: 'ui',
      admin: {
        condition: ({ options }) => Array.isArray(options) && options.length > 0,
        components: { Field: '/platform/admin/components/LackingChoices.tsx#LackingChoices' },
      },
    },
    {
      name: 'variants',
      type: 'join',
      collection: 'variants',
      on: 'product',
      defaultSort: 'position',
      defaultLimit: 50,
      admin: {
        defaultColumns: ['title', 'sku', 'price', 'inStock'],
        description: 'The forms in which it is sold, each with its own number, barcode and stock. A product needs at least one.',
      },
    },
    seoField({ title: 'title', description: 'summary', address }),
    {
      name: 'published',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      admin: { position: 'sidebar', description: 'Whether visitors see it and can buy it.' },
    },
    {
      name: 'inStock',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      access: serverOnly,
      admin: { position: 'sidebar', readOnly: true, description: 'Whether any variant can be had; follows from the stock.' },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'physical',
      options: [
        { value: 'physical', label: 'Goods' },
        { value: 'digital', label: 'Digital' },
        { value: 'service', label: 'Service' },
      ],
      admin: { position: 'sidebar', description: 'Only goods are counted and shipped.' },
    },
    {
      name: 'source',
      type: 'select',
      required: true,
      defaultValue: 'local',
      options: [
        { value: 'local', label: 'Bought locally' },
        { value: 'imported', label: 'Imported' },
        { value: 'office', label: 'From the office' },
      ],
      admin: { position: 'sidebar', description: 'Office equipment is sold only when it is published here.' },
    },
    {
      name: 'condition',
      type: 'select',
      required: true,
      defaultValue: 'new',
      options: [
        { value: 'new', label: 'New' },
        { value: 'refurbished', label: 'Refurbished' },
        { value: 'used', label: 'Used' },
      ],
      admin: { position: 'sidebar' },
    },
    taxClassField('taxClass', {
      label: 'Tax class',
      admin: { position: 'sidebar', description: 'Empty: the default class. Carts follow at once; orders that exist stay as they are.' },
    }),
    { name: 'category', type: 'relationship', relationTo: 'categories', index: true, admin: { position: 'sidebar' } },
    { name: 'brand', type: 'relationship', relationTo: 'brands', index: true, admin: { position: 'sidebar' } },
    { name: 'weightGrams', type: 'number', min: 0, max: 10_000_000, label: 'Weight in grams', admin: { position: 'sidebar', step: 1 } },
  ],
}
