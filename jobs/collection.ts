import type { CollectionConfig } from 'payload'
import { allow, serverOnly } from '../platform/access.ts'
import { actionsField } from '../platform/actions.ts'
import { idField } from '../platform/ids.ts'
import { runJob } from './run-endpoint.ts'

/** What became of the last run of every repeating job. */
export const jobs: CollectionConfig = {
  slug: 'jobs',
  labels: { singular: 'Job', plural: 'Jobs' },
  admin: {
    group: 'System',
    useAsTitle: 'name',
    defaultColumns: ['name', 'status', 'every', 'lastRunAt', 'lastDuration', 'lastError', 'nextRunAt'],
    description: 'What the platform does by itself, when it last did it, how long it took and what went wrong.',
  },
  access: allow({ read: ['developer'], create: ['nobody'], update: ['nobody'], delete: ['nobody'] }),
  defaultSort: 'name',
  endpoints: [runJob],
  fields: [
    idField(),
    actionsField,
    { name: 'name', type: 'text', required: true, unique: true, access: serverOnly },
    { name: 'every', type: 'text', required: true, access: serverOnly, label: 'How often' },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'waiting',
      index: true,
      options: [
        { value: 'waiting', label: 'Waiting' },
        { value: 'running', label: 'Running' },
        { value: 'failed', label: 'Failed' },
      ],
      access: serverOnly,
    },
    { name: 'lastRunAt', type: 'date', index: true, access: serverOnly },
    { name: 'lastDuration', type: 'number', access: serverOnly, label: 'Duration (ms)' },
    { name: 'lastDone', type: 'number', access: serverOnly, label: 'Done by the last run' },
    { name: 'lastError', type: 'textarea', access: serverOnly },
    {
      name: 'failures',
      type: 'number',
      required: true,
      defaultValue: 0,
      access: serverOnly,
      admin: { description: 'Runs in a row that failed.' },
    },
    { name: 'nextRunAt', type: 'date', index: true, access: serverOnly },
  ],
}
