import type { CollectionConfig } from 'payload'
import { allow, fixedOnceMade, matching, serverOnly } from '../../../platform/access.ts'
import { idField } from '../../../platform/ids.ts'
import { keepWhileUsed } from '../../../platform/keep-while-used.ts'
import { moneyField } from '../../../platform/money.ts'
import { staffRoles } from '../../../platform/roles.ts'
import { barcodeFault } from '../barcode.ts'
import { takeChoices } from '../hooks/choices.ts'
import { closeStockLevels, joinProduct, openStockLevel } from '../hooks/variant.ts'
import { isChoices } from '../options.ts'

const isSku = (value: unknown) =>
  (typeof value === 'string' && /^[A-Z0-9](?:[A-Z0-9._/-]{0,38}[A-Z0-9])?$/.test(value)) ||
  'A SKU has 1 to 40 capital letters, digits, dots, dashes and slashes, such as PHN-A15-128.'

const isBarcode = (value: unknown) => !value || (typeof value === 'string' ? (barcodeFault(value) ?? true) : 'A barcode is a text.')

const areChoices = (value: unknown) =>
  value === undefined ||
  value === null ||
  isChoices(value) ||
  'Choices are a list of objects, each with the ids of an option and of a value.'

const choicesSchema = {
  uri: 'choices',
  fileMatch: ['choices'],
  schema: {
    type: ['array', 'null'] as never,
    items: {
      type: 'object' as const,
      required: ['option', 'value'],
      additionalProperties: false,
      properties: { option: { type: 'string' as const }, value: { type: 'string' as const } },
    },
  },
}

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value)

/** The form in which a product is sold: what has a number, a barcode and a stock. */
export const variants: CollectionConfig = {
  slug: 'variants',
  labels: { singular: 'Variant', plural: 'Variants' },
  admin: {
    group: 'Shop',
    useAsTitle: 'sku',
    defaultColumns: ['sku', 'product', 'title', 'price', 'inStock', 'barcode'],
    listSearchableFields: ['sku', 'barcode', 'title'],
    description: 'The forms in which products are sold, each with its own number, barcode and stock.',
  },
  access: allow({
    create: ['marketing', 'sales'],
    read: [...staffRoles, matching({ published: { equals: true } })],
    update: ['marketing', 'sales'],
    delete: ['marketing', 'sales'],
  }),
  defaultSort: 'position',
  defaultPopulate: { title: true, sku: true, product: true, inStock: true },
  indexes: [{ fields: ['product', 'position'] }],
  hooks: {
    beforeChange: [joinProduct, takeChoices],
    afterChange: [openStockLevel],
    beforeDelete: [keepWhileUsed({ 'stock-moves': 'variant', reservations: 'variant', orders: 'items.variant' }), closeStockLevels],
  },
  fields: [
    idField(),
    {
      name: 'product',
      type: 'relationship',
      relationTo: 'products',
      required: true,
      index: true,
      access: fixedOnceMade,
      admin: { description: 'Stays as it is once the variant is there.' },
    },
    {
      name: 'title',
      type: 'text',
      localized: true,
      maxLength: 120,
      admin: {
        description: 'What sets it apart, such as “8 GB, black”. Left empty, the chosen values; not needed when there is only one.',
      },
    },
    {
      name: 'choices',
      type: 'json',
      jsonSchema: choicesSchema,
      validate: areChoices,
      admin: {
        description: 'One value of each option of the product.',
        components: { Field: '/platform/admin/components/ChoicesField.tsx#ChoicesField' },
      },
    },
    // The product and the chosen values as one text, so that the database keeps two variants from having the same.
    { name: 'combination', type: 'text', unique: true, access: serverOnly, admin: { hidden: true } },
    {
      name: 'sku',
      type: 'text',
      label: 'SKU',
      required: true,
      unique: true,
      validate: isSku,
      hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? value.trim().toUpperCase() : value)] },
      admin: { description: 'Our own number for it.' },
    },
    {
      name: 'barcode',
      type: 'text',
      unique: true,
      validate: isBarcode,
      hooks: { beforeValidate: [({ value }) => (value === undefined ? undefined : trimmed(value) || null)] },
      admin: { description: 'EAN-13 or UPC-A with its check digit, or any Code 128.' },
    },
    moneyField('price', { custom: { sum: false }, admin: { description: 'Only when it differs from the product’s.' } }),
    {
      name: 'weightGrams',
      type: 'number',
      min: 0,
      max: 10_000_000,
      label: 'Weight in grams',
      admin: { position: 'sidebar', step: 1, description: 'Only when it differs from the product’s.' },
    },
    { name: 'position', type: 'number', defaultValue: 0, admin: { position: 'sidebar', step: 1, description: 'Smaller comes first.' } },
    {
      name: 'inStock',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      access: serverOnly,
      admin: { position: 'sidebar', readOnly: true },
    },
    // Whether its product is published, copied so that reading variants needs no second collection.
    { name: 'published', type: 'checkbox', defaultValue: false, index: true, access: serverOnly, admin: { hidden: true } },
    {
      name: 'stock',
      type: 'join',
      collection: 'stock-levels',
      on: 'variant',
      admin: { defaultColumns: ['location', 'available', 'reserved', 'onHand', 'lowStockAt'], allowCreate: false },
    },
  ],
}
