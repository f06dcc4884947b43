import type { Block } from 'payload'
import { rowName } from '../../platform/row-name.ts'
import { audiences } from '../audiences.ts'
import { actionsField, headingField, hrefField, introField } from './parts.ts'
import { cards, sketch } from './sketch.ts'

const hero: Block = {
  slug: 'hero',
  interfaceName: 'HeroBlock',
  labels: { singular: 'Opening', plural: 'Openings' },
  admin: sketch(
    [10, 20, 52, 8, 'strong'],
    [10, 34, 60, 4],
    [10, 42, 48, 4],
    [10, 54, 22, 9, 'strong'],
    [36, 54, 22, 9, 'soft'],
    [80, 16, 30, 48, 'soft'],
  ),
  fields: [
    {
      name: 'eyebrow',
      type: 'text',
      localized: true,
      maxLength: 80,
      label: 'Line above',
      admin: { description: 'A few words above the heading.' },
    },
    headingField({ required: true }),
    introField,
    actionsField,
    {
      name: 'scene',
      type: 'select',
      required: true,
      defaultValue: 'none',
      label: 'Beside the text',
      options: [
        { value: 'none', label: 'Nothing' },
        { value: 'picture', label: 'A picture' },
        { value: 'phone', label: 'The phone that asks for a PIN' },
      ],
    },
    { name: 'picture', type: 'upload', relationTo: 'media', admin: { condition: (_, sibling) => sibling?.scene === 'picture' } },
  ],
}

const text: Block = {
  slug: 'text',
  interfaceName: 'TextBlock',
  labels: { singular: 'Text', plural: 'Texts' },
  admin: sketch([10, 14, 44, 6, 'strong'], [10, 28, 100, 4], [10, 37, 94, 4], [10, 46, 98, 4], [10, 55, 60, 4]),
  fields: [
    headingField(),
    { name: 'body', type: 'richText', required: true, localized: true },
    { name: 'picture', type: 'upload', relationTo: 'media', admin: { description: 'Stands beside the text, below it on a phone.' } },
  ],
}

/** The pictures that stand for something in a list of features, by their names in the icon set. */
export const icons = [
  'badge-check',
  'book-open',
  'building',
  'chart-line',
  'clock',
  'code',
  'credit-card',
  'globe',
  'graduation-cap',
  'hand-coins',
  'handshake',
  'headset',
  'heart',
  'lightbulb',
  'mail',
  'map-pin',
  'package-check',
  'rocket',
  'server',
  'shield-check',
  'shopping-bag',
  'smartphone',
  'sparkles',
  'store',
  'truck',
  'users',
  'wifi',
  'wrench',
] as const

const inWords = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')

const features: Block = {
  slug: 'features',
  interfaceName: 'FeaturesBlock',
  labels: { singular: 'List of features', plural: 'Lists of features' },
  admin: sketch([38, 8, 44, 5, 'strong'], ...cards(3, 20)),
  fields: [
    headingField(),
    introField,
    { name: 'numbered', type: 'checkbox', defaultValue: false, label: 'Steps in an order' },
    {
      name: 'items',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 12,
      admin: { components: { RowLabel: rowName('Item', 'title') } },
      fields: [
        {
          name: 'icon',
          type: 'select',
          required: true,
          defaultValue: 'badge-check',
          options: icons.map((value) => ({ value, label: inWords(value) })),
        },
        headingField({ required: true }),
        { ...introField, label: 'Text' },
        hrefField(),
      ],
    },
  ],
}

const posts: Block = {
  slug: 'posts',
  interfaceName: 'PostsBlock',
  labels: { singular: 'Posts', plural: 'Posts' },
  admin: sketch([8, 8, 36, 5, 'strong'], ...cards(3, 20)),
  fields: [
    headingField(),
    {
      name: 'category',
      type: 'relationship',
      relationTo: 'post-categories',
      admin: { description: 'Only posts of this category; empty: the newest of all.' },
    },
    { name: 'limit', type: 'number', required: true, defaultValue: 3, min: 1, max: 12, label: 'How many' },
  ],
}

const faq: Block = {
  slug: 'faq',
  interfaceName: 'FaqBlock',
  labels: { singular: 'Questions and answers', plural: 'Questions and answers' },
  admin: sketch([10, 12, 40, 6, 'strong'], [10, 26, 100, 10, 'soft'], [10, 40, 100, 10, 'soft'], [10, 54, 100, 10, 'soft']),
  fields: [
    headingField(),
    introField,
    { name: 'audience', type: 'select', required: true, defaultValue: 'general', options: [...audiences] },
  ],
}

const contactForm: Block = {
  slug: 'contact-form',
  interfaceName: 'ContactFormBlock',
  labels: { singular: 'Contact form', plural: 'Contact forms' },
  admin: sketch(
    [10, 10, 36, 6, 'strong'],
    [10, 22, 47, 10, 'soft'],
    [63, 22, 47, 10, 'soft'],
    [10, 36, 100, 20, 'soft'],
    [10, 62, 26, 9, 'strong'],
  ),
  fields: [
    headingField(),
    introField,
    { name: 'contacts', type: 'checkbox', defaultValue: true, label: 'Show phone, e-mail and address beside it' },
  ],
}

const banner: Block = {
  slug: 'banner',
  interfaceName: 'BannerBlock',
  labels: { singular: 'Banner', plural: 'Banners' },
  admin: sketch([6, 22, 108, 36, 'strong'], [14, 30, 50, 6, 'soft'], [14, 42, 40, 4, 'soft'], [84, 34, 22, 10, 'soft']),
  fields: [
    headingField({ required: true }),
    introField,
    actionsField,
    {
      name: 'tone',
      type: 'select',
      required: true,
      defaultValue: 'primary',
      label: 'Colour',
      options: [
        { value: 'primary', label: 'Strong' },
        { value: 'accent', label: 'In the accent of the brand' },
        { value: 'calm', label: 'Calm' },
      ],
    },
    { name: 'picture', type: 'upload', relationTo: 'media' },
  ],
}

/** What pages are put together from, without what plugins add. */
export const pageBlocks: Block[] = [hero, text, features, posts, faq, contactForm, banner]
