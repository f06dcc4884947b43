import type {
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
  FieldHook,
} from 'payload'
import { allow, serverOnly } from '../../access.ts'
import { auditChanges } from '../../audit/hooks.ts'
import { depend } from '../../cache/recorder.ts'
import { now } from '../../clock.ts'
import { idField, idOf } from '../../ids.ts'
import { hiddenExceptFrom } from '../../roles.ts'
import { dayOf } from '../../time.ts'
import { demandCoverage } from '../coverage.ts'
import { fail } from '../errors.ts'
import { nextChange } from '../rates.ts'
import { beginningOf, taxTables } from '../tables.ts'

const collection = 'tax-rates'

/** A rate begins with a day and not at a moment: the day is kept as its noon in UTC, which forms show as that day nearly everywhere. */
const wholeDay: FieldHook = ({ value }) => {
  const moment = value instanceof Date ? value : new Date(typeof value === 'string' ? value : Number.NaN)
  if (Number.isNaN(moment.getTime())) return value
  const day = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : dayOf(moment)
  return `${day}T12:00:00.000Z`
}

const key: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { zone, class: of, validFrom } = { ...originalDoc, ...data }
  const from = new Date(validFrom)
  // What is missing or wrong is for the fields to complain about.
  if (!zone || !of || Number.isNaN(from.getTime())) return data
  return { ...data, key: `${idOf(zone)}:${idOf(of)}:${from.toISOString().slice(0, 10)}` }
}

/** Where a rate stands today among those of its zone and class. */
const standing: FieldHook = async ({ data, req }) => {
  const { zone, class: of, validFrom } = data ?? {}
  if (!zone || !of || !validFrom) return undefined
  const tables = await taxTables(req)
  const at = now()
  // It changes when the next one begins, though nothing is written then.
  depend([], nextChange(tables, at))
  const begun = beginningOf(validFrom).getTime()
  if (begun > at.getTime()) return 'ahead'
  const [newest] = tables.rates.filter((each) => each.zone === idOf(zone) && each.class === idOf(of) && each.from <= at.getTime())
  return newest && newest.from > begun ? 'replaced' : 'in_force'
}

const keepOnceBegun: CollectionBeforeDeleteHook = async ({ req, id }) => {
  const rate = await req.payload.db.findOne<{ id: string; validFrom: string }>({ collection, req, where: { id: { equals: id } } })
  if (rate && beginningOf(rate.validFrom) <= now()) fail('TAX_RATE_IN_FORCE')
}

const covered: CollectionAfterDeleteHook = async ({ req }) => demandCoverage(req)

const audited = auditChanges(collection, { fields: ['zone', 'class', 'rateBp', 'validFrom'] })

/** How much each class is taxed in each zone, and since when. */
export const taxRates: CollectionConfig = {
  slug: 'tax-rates',
  labels: { singular: 'Tax rate', plural: 'Tax rates' },
  admin: {
    group: 'Money',
    hidden: hiddenExceptFrom('treasury'),
    useAsTitle: 'className',
    defaultColumns: ['zone', 'class', 'rateBp', 'validFrom', 'standing'],
    listSearchableFields: ['zoneName', 'className'],
    description:
      'When a rate changes by law, add one with the day from which it holds: it takes effect by itself when that day begins, and the one before stays in the list. Carts follow at once; orders that exist never change.',
  },
  access: allow({ create: ['treasury'], read: ['anyone'], update: ['treasury'], delete: ['treasury'] }),
  defaultSort: '-validFrom',
  indexes: [{ fields: ['zone', 'class', 'validFrom'] }],
  hooks: {
    ...audited,
    beforeChange: [...audited.beforeChange, key],
    afterChange: [
      ...audited.afterChange,
      async ({ doc, req }) => {
        await demandCoverage(req)
        return doc
      },
    ],
    beforeDelete: [keepOnceBegun, ...audited.beforeDelete],
    afterDelete: [covered],
  },
  fields: [
    idField(),
    { name: 'zoneName', type: 'text', label: 'Zone', virtual: 'zone.name', admin: { hidden: true } },
    { name: 'className', type: 'text', label: 'Class', virtual: 'class.name', admin: { hidden: true } },
    {
      type: 'row',
      fields: [
        { name: 'zone', type: 'relationship', relationTo: 'tax-zones', required: true },
        { name: 'class', type: 'relationship', relationTo: 'tax-classes', required: true },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'rateBp',
          type: 'number',
          required: true,
          min: 0,
          max: 10_000,
          label: 'Rate',
          custom: { rate: true },
          validate: (value: unknown) =>
            (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10_000) ||
            'Give a rate from 0 to 100 %. It is kept as a whole number from 0 to 10000: 1800 is 18 %.',
          admin: {
            step: 1,
            components: {
              Cell: '/platform/admin/components/RateCell.tsx#RateCell',
              Field: '/platform/admin/components/RateField.tsx#RateField',
            },
          },
        },
        {
          name: 'validFrom',
          type: 'date',
          required: true,
          label: 'Valid from',
          hooks: { beforeValidate: [wholeDay] },
          admin: {
            date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMMM yyyy' },
            description: 'It holds from the beginning of this day, where the site is.',
          },
        },
      ],
    },
    {
      name: 'standing',
      type: 'select',
      label: 'Now',
      virtual: true,
      options: [
        { value: 'ahead', label: 'To come' },
        { value: 'in_force', label: 'In force' },
        { value: 'replaced', label: 'Replaced' },
      ],
      access: serverOnly,
      hooks: { afterRead: [standing] },
      admin: { readOnly: true, position: 'sidebar', description: 'Follows from the dates.' },
    },
    { name: 'key', type: 'text', required: true, unique: true, access: serverOnly, admin: { hidden: true } },
  ],
}
