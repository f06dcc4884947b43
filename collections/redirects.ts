import type { CollectionBeforeChangeHook, CollectionConfig, PayloadRequest, TextFieldValidation } from 'payload'
import { allow, serverOnly } from '../platform/access.ts'
import { fail } from '../platform/errors.ts'
import { idField } from '../platform/ids.ts'
import { isWebAddress } from './content/address.ts'

const longestWay = 10

const refuse = (path: string, code: string, message: string) => fail('VALIDATION', { errors: [{ path, code, message }] })

/** An address as visitors ask for it: without language, query and closing slash. */
const plainPath = (value: unknown) => (typeof value === 'string' ? value.trim().replace(/(?<=.)\/+$/, '') : value)

const isPath: TextFieldValidation = (value) =>
  (typeof value === 'string' && /^\/(?!\/)[^\s?#\\]+$/.test(value)) || 'Give a path such as /old-page, without language and query.'

const isGoal: TextFieldValidation = (value) =>
  (typeof value === 'string' && /^\/(?![/\\])\S*$/.test(value)) ||
  isWebAddress(value) ||
  'Give a path such as /new-page or a whole address.'

const goalOf = async (req: PayloadRequest, from: string): Promise<string | undefined> =>
  (await req.payload.db.findOne<{ id: string; to: string }>({ collection: 'redirects', req, where: { from: { equals: from } } }))?.to

/** Refuses a way that leads in a circle. */
const leadsSomewhere: CollectionBeforeChangeHook = async ({ data, req }) => {
  let at: string | undefined = data.to
  for (let step = 0; at && step < longestWay; step++) {
    if (at === data.from) return refuse('to', 'CIRCLE', 'This leads back to where it starts.')
    at = await goalOf(req, at)
  }
  return data
}

/** Old addresses and where they lead: made when something gets a new address, and by editors. */
export const redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: 'Redirect', plural: 'Redirects' },
  admin: {
    group: 'Content',
    useAsTitle: 'from',
    defaultColumns: ['from', 'to', 'automatic', 'updatedAt'],
    listSearchableFields: ['from', 'to'],
    description:
      'Old addresses and where they lead. They are made by themselves when a page gets a new address, and are used where there is no page.',
  },
  access: allow({ create: ['marketing'], read: ['anyone'], update: ['marketing'], delete: ['marketing'] }),
  defaultSort: '-updatedAt',
  hooks: { beforeChange: [leadsSomewhere] },
  fields: [
    idField(),
    {
      name: 'from',
      type: 'text',
      required: true,
      unique: true,
      maxLength: 500,
      label: 'Old path',
      validate: isPath,
      hooks: { beforeValidate: [({ value }) => plainPath(value)] },
    },
    { name: 'to', type: 'text', required: true, index: true, maxLength: 500, label: 'Leads to', validate: isGoal },
    {
      name: 'automatic',
      type: 'checkbox',
      defaultValue: false,
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar', description: 'Made when a page got a new address.' },
    },
  ],
}
