import type { Block } from 'payload'
import { headingField, introField } from '../../collections/blocks/parts.ts'
import { cards, sketch } from '../../collections/blocks/sketch.ts'

const products: Block = {
  slug: 'products',
  interfaceName: 'ProductsBlock',
  labels: { singular: 'Products', plural: 'Products' },
  admin: sketch([8, 8, 40, 5, 'strong'], ...cards(4, 20)),
  fields: [
    headingField(),
    {
      name: 'selection',
      type: 'select',
      required: true,
      defaultValue: 'newest',
      label: 'Which',
      options: [
        { value: 'newest', label: 'The newest that can be had' },
        { value: 'category', label: 'The newest of a category' },
        { value: 'chosen', label: 'Those chosen here' },
      ],
    },
    {
      name: 'category',
      type: 'relationship',
      relationTo: 'categories',
      admin: { condition: (_, sibling) => sibling?.selection === 'category' },
    },
    {
      name: 'products',
      type: 'relationship',
      relationTo: 'products',
      hasMany: true,
      maxRows: 12,
      admin: { condition: (_, sibling) => sibling?.selection === 'chosen' },
    },
    { name: 'limit', type: 'number', required: true, defaultValue: 8, min: 1, max: 12, label: 'How many' },
  ],
}

const shelves: Block = {
  slug: 'shelves',
  interfaceName: 'ShelvesBlock',
  labels: { singular: 'Shelves of the shop', plural: 'Shelves of the shop' },
  admin: sketch(...cards(4, 10), [8, 8, 104, 3, 'strong']),
  fields: [headingField(), introField],
}

/** What the shop adds to the blocks of pages. */
export const shopBlocks: Block[] = [products, shelves]
