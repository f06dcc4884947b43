import type { CollectionConfig, Field } from 'payload'
import { allow, bySecret, own, serverOnly } from '../../../platform/access.ts'
import { idField } from '../../../platform/ids.ts'
import { localization } from '../../../platform/locales.ts'
import { currencyField, moneyField } from '../../../platform/money.ts'
import { phoneField } from '../../../platform/phone.ts'
import { stateful } from '../../../platform/states.ts'
import { taxesField } from '../../../platform/tax/taxes-field.ts'
import { listedOfThisMode, testField } from '../../../platform/test-data.ts'
import { paymentsOfField } from '../../payments/index.ts'
import { checkout } from '../endpoints/checkout.ts'
import { orderWorks } from '../fulfilment.ts'
import { orderStates } from '../states.ts'

const row = (...fields: Field[]): Field => ({ type: 'row', fields })

const address: Field[] = [
  row({ name: 'name', type: 'text', maxLength: 120 }, { name: 'phone', type: 'text', maxLength: 30 }),
  row(
    { name: 'line1', type: 'text', label: 'Street', maxLength: 200 },
    { name: 'line2', type: 'text', label: 'Street, second line', maxLength: 200 },
  ),
  row(
    { name: 'city', type: 'text', maxLength: 120 },
    { name: 'region', type: 'text', maxLength: 120 },
    { name: 'country', type: 'text', maxLength: 2 },
  ),
]

/** A line keeps what it was sold as: later changes of the catalogue do not reach it. */
const lines: Field = {
  name: 'items',
  type: 'array',
  required: true,
  access: serverOnly,
  labels: { singular: 'Line', plural: 'Lines' },
  admin: {
    readOnly: true,
    components: {
      Field: {
        path: '/platform/admin/components/ReadOnlyTable.tsx#ReadOnlyTable',
        serverProps: {
          columns: [
            { name: 'title' },
            { name: 'sku', label: 'SKU' },
            { name: 'quantity', as: 'count' },
            { name: 'unitPrice', label: 'Price', as: 'money' },
            { name: 'taxRateBp', label: 'Rate', as: 'rate' },
            { name: 'taxAmount', label: 'Tax', as: 'money' },
            { name: 'total', as: 'money' },
          ],
        },
      },
    },
  },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'title', type: 'text', required: true },
        { name: 'sku', type: 'text', label: 'SKU', required: true },
        { name: 'quantity', type: 'number', required: true },
      ],
    },
    {
      type: 'row',
      fields: [
        moneyField('unitPrice', { required: true }),
        moneyField('net', { required: true, admin: { description: 'Before tax.' } }),
        moneyField('taxAmount', { required: true }),
        moneyField('total', { required: true, admin: { description: 'With tax.' } }),
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'taxClass', type: 'text', label: 'Tax class', admin: { description: 'What it was called then.' } },
        { name: 'taxRateBp', type: 'number', required: true, label: 'Tax rate in basis points' },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'variant', type: 'relationship', relationTo: 'variants', index: true },
        { name: 'product', type: 'relationship', relationTo: 'products' },
        { name: 'kind', type: 'select', required: true, options: ['physical', 'digital', 'service'] },
      ],
    },
  ],
}

const sum = (name: string, description?: string) => moneyField(name, { required: true, readOnly: true, admin: { description } })

/** What customers ordered: made by the checkout, moved on by sales, treasury and delivery, each in their turn. */
export const orders: CollectionConfig = stateful(orderStates, orderWorks, {
  slug: 'orders',
  labels: { singular: 'Order', plural: 'Orders' },
  admin: {
    group: 'Shop',
    useAsTitle: 'number',
    defaultColumns: ['number', 'status', 'total', 'email', 'phone', 'createdAt'],
    listSearchableFields: ['number', 'email', 'phone'],
    baseFilter: listedOfThisMode,
    description: 'Sales sells, treasury confirms the money, delivery packs and hands over.',
  },
  access: allow({
    create: ['nobody'],
    read: ['sales', 'treasury', 'delivery', 'support', own('customer'), bySecret('x-order-secret')],
    update: ['sales'],
    delete: ['nobody'],
  }),
  defaultSort: '-createdAt',
  defaultPopulate: { number: true, status: true, total: true, currency: true },
  custom: { testData: true },
  indexes: [{ fields: ['status', 'createdAt'] }, { fields: ['customer', 'createdAt'] }],
  endpoints: [checkout],
  fields: [
    idField(),
    { name: 'number', type: 'text', required: true, unique: true, access: serverOnly, admin: { readOnly: true } },
    lines,
    row(
      sum('subtotal', 'The goods before tax.'),
      sum('shippingTotal', 'Delivery before tax.'),
      sum('taxTotal', 'On goods and delivery.'),
      sum('total', 'What the customer owes.'),
    ),
    taxesField('taxes'),
    paymentsOfField,
    { ...sum('shippingTax'), required: false, defaultValue: 0, admin: { hidden: true } } as Field,
    testField,
    currencyField({ access: serverOnly, admin: { readOnly: true, position: 'sidebar' } }),
    { name: 'email', type: 'email', required: true, index: true },
    phoneField({ index: true }),
    {
      name: 'shipping',
      type: 'group',
      admin: { description: 'Where it goes. Empty when nothing is shipped.', condition: ({ pickup }) => !pickup },
      fields: address,
    },
    {
      name: 'pickup',
      type: 'relationship',
      relationTo: 'locations',
      access: serverOnly,
      admin: { readOnly: true, description: 'Where the customer picks it up.', condition: ({ pickup }) => Boolean(pickup) },
    },
    {
      name: 'customer',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar', description: 'Empty for guests.' },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'shop',
      options: [{ value: 'shop', label: 'Shop' }],
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'locale',
      type: 'select',
      label: 'Language',
      defaultValue: 'en',
      options: localization.locales.map(({ code, label }) => ({ value: code, label })),
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar', description: 'In which the customer is written to.' },
    },
    {
      name: 'taxZone',
      type: 'text',
      label: 'Tax zone',
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar', description: 'Whose taxes held when it was placed.' },
    },
    {
      name: 'pricesIncludeTax',
      type: 'checkbox',
      defaultValue: true,
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar', description: 'Whether unit prices include the tax.' },
    },
    {
      name: 'paidAt',
      type: 'date',
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'expiresAt',
      type: 'date',
      label: 'Goods held until',
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'secretHash', type: 'text', index: true, hidden: true, access: { ...serverOnly, read: () => false } },
  ],
})
