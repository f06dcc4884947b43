import type { Block } from 'payload'
import { audiences } from '../audiences.ts'
import { actionsField, headingField, hrefField, introField } from './parts.ts'

const hero: Block = {
  slug: 'hero',
  interfaceName: 'HeroBlock',
  labels: { singular: 'Opening', plural: 'Openings' },
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
