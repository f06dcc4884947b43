import type { CollectionBeforeDeleteHook, CollectionConfig } from 'payload'
import { allow } from '../../access.ts'
import { auditChanges } from '../../audit/hooks.ts'
import { fail } from '../../errors.ts'
import { idField } from '../../ids.ts'
import { keepWhileUsed } from '../../keep-while-used.ts'
import { hiddenExceptFrom } from '../../roles.ts'
import { demandCoverage, userOfClass } from '../coverage.ts'
import { keepDefault, oneDefault } from '../defaults.ts'

const collection = 'tax-classes'

const keepWhileChosen: CollectionBeforeDeleteHook = async ({ req, id }) => {
  const user = await userOfClass(req, String(id))
  if (user) fail('IN_USE', user)
}

const audited = auditChanges(collection, { fields: ['name', 'kind', 'default'] })

/** What is taxed alike: most goods, books, medicine. */
export const taxClasses: CollectionConfig = {
  slug: 'tax-classes',
  labels: { singular: 'Tax class', plural: 'Tax classes' },
  admin: {
    group: 'Money',
    hidden: hiddenExceptFrom('treasury'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'default', 'updatedAt'],
    description: 'What is taxed alike. Products and delivery each have a class; how much it is taxed in a zone stands in the tax rates.',
  },
  access: allow({ create: ['treasury'], read: ['anyone'], update: ['treasury'], delete: ['treasury'] }),
  defaultSort: 'name',
  defaultPopulate: { name: true, kind: true },
  hooks: {
    ...audited,
    beforeChange: [...audited.beforeChange, oneDefault(collection)],
    afterChange: [
      ...audited.afterChange,
      async ({ doc, req }) => {
        await demandCoverage(req)
        return doc
      },
    ],
    beforeDelete: [keepDefault(collection), keepWhileChosen, keepWhileUsed({ 'tax-rates': 'class' }), ...audited.beforeDelete],
  },
  fields: [
    idField(),
    { name: 'name', type: 'text', required: true, unique: true, maxLength: 60 },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'rated',
      label: 'Taxed',
      options: [
        { value: 'rated', label: 'By its rates' },
        { value: 'zero', label: 'At zero' },
        { value: 'exempt', label: 'Not at all: exempt' },
      ],
      admin: { description: 'Only a class that is taxed by its rates needs any.' },
    },
    {
      name: 'default',
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar', description: 'The class of all that has none of its own.' },
    },
  ],
}
