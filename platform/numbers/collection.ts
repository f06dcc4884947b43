import type { CollectionConfig } from 'payload'
import { allow, serverOnly } from '../access.ts'
import { idField } from '../ids.ts'

/** The last number of each series of documents and year. */
export const numberSeries: CollectionConfig = {
  slug: 'number-series',
  labels: { singular: 'Number series', plural: 'Number series' },
  typescript: { interface: 'NumberSeries' },
  graphQL: { singularName: 'NumberSeries', pluralName: 'AllNumberSeries' },
  admin: {
    group: 'System',
    useAsTitle: 'key',
    defaultColumns: ['series', 'year', 'last', 'updatedAt'],
    description: 'The last number given to a document, for each series and year. Numbers have no gaps.',
  },
  access: allow({ read: ['treasury', 'developer'], create: ['nobody'], update: ['nobody'], delete: ['nobody'] }),
  defaultSort: 'key',
  fields: [
    idField(),
    { name: 'key', type: 'text', required: true, unique: true, access: serverOnly, admin: { hidden: true } },
    { name: 'series', type: 'text', required: true, access: serverOnly },
    { name: 'year', type: 'number', required: true, access: serverOnly },
    { name: 'last', type: 'number', required: true, access: serverOnly, label: 'Last number' },
  ],
}
