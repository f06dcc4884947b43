import type { GlobalConfig } from 'payload'
import { granted } from '../platform/access.ts'
import { auditGlobal } from '../platform/audit/hooks.ts'
import { currencyField, moneyField } from '../platform/money.ts'
import { rowName } from '../platform/row-name.ts'
import { taxClassField } from '../platform/tax/class-field.ts'
import { linkFields } from './blocks/parts.ts'

const isColour = (value: unknown) =>
  !value || (typeof value === 'string' && /^#[\da-f]{6}$/i.test(value)) || 'Give a colour such as #1a3c6b.'

/** Folded, and called by what is read on the site. */
const linkRows = { initCollapsed: true, components: { RowLabel: rowName('Link', 'label') } }

/** What is true of the whole site: brand, contacts, currency, shipping. */
export const settings: GlobalConfig = {
  slug: 'settings',
  label: 'Settings',
  admin: { group: 'System', description: 'What is true of the whole site.' },
  access: { read: () => true, update: ({ req }) => granted(req, ['marketing', 'treasury']) === true },
  hooks: { afterChange: [auditGlobal('settings')] },
  fields: [
    {
      name: 'brand',
      type: 'group',
      fields: [
        { name: 'name', type: 'text', required: true, defaultValue: 'PRITECH VIOR' },
        { name: 'tagline', type: 'text', localized: true, defaultValue: 'Technology that works where you live.' },
        { name: 'logo', type: 'upload', relationTo: 'media' },
        {
          name: 'accent',
          type: 'text',
          defaultValue: '#e07a1f',
          validate: isColour,
          admin: { description: 'Colour of what should catch the eye, such as #e07a1f.' },
        },
      ],
    },
    {
      name: 'contacts',
      type: 'group',
      fields: [
        { name: 'email', type: 'email', defaultValue: 'hello@demo.test' },
        { name: 'phone', type: 'text', defaultValue: '+255 712 000 000' },
        { name: 'address', type: 'textarea', defaultValue: 'Samora Avenue, Dar es Salaam, Tanzania' },
        { name: 'hours', type: 'text', localized: true, maxLength: 120, label: 'When somebody answers' },
      ],
    },
    {
      name: 'navigation',
      type: 'group',
      label: 'Menus',
      fields: [
        {
          name: 'header',
          type: 'array',
          maxRows: 8,
          label: 'At the top of every page',
          labels: { singular: 'Link', plural: 'Links' },
          admin: linkRows,
          fields: linkFields,
        },
        {
          name: 'footer',
          type: 'array',
          maxRows: 12,
          label: 'Below every page',
          labels: { singular: 'Link', plural: 'Links' },
          admin: linkRows,
          fields: linkFields,
        },
      ],
    },
    currencyField({ admin: { description: 'Currency of prices. Amounts are not converted when it changes.' } }),
    {
      name: 'shop',
      type: 'group',
      fields: [
        moneyField('shippingFee', { required: true, defaultValue: 500_000, admin: { description: 'What delivery costs.' } }),
        moneyField('freeShippingFrom', {
          admin: { description: 'Orders of at least this amount are delivered free of charge; empty: never.' },
        }),
        taxClassField('shippingTaxClass', {
          label: 'Tax class of delivery',
          admin: { description: 'How delivery is taxed; empty: as the default class.' },
        }),
        {
          name: 'guestCheckout',
          type: 'checkbox',
          defaultValue: true,
          admin: { description: 'Whether visitors may buy without an account.' },
        },
      ],
    },
  ],
}
