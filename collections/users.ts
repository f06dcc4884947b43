import type { CollectionConfig, FieldAccess } from 'payload'
import { allow, own, serverOnly, writableBy } from '../platform/access.ts'
import { auditChanges } from '../platform/audit/hooks.ts'
import { environment } from '../platform/environment.ts'
import { fail } from '../platform/errors.ts'
import { idField } from '../platform/ids.ts'
import { keyStrategy, meByKey } from '../platform/keys/strategy.ts'
import { accountMails } from '../platform/mail/account-mails.ts'
import { phoneField } from '../platform/phone.ts'
import { roleNames, roles, staffRoles } from '../platform/roles.ts'

const day = 86_400

const oneself: FieldAccess = ({ req, id, doc }) => Boolean(req.user && req.user.id === (id ?? doc?.id))

const wrongPassword = (password: unknown) => {
  if (typeof password !== 'string') return 'Give a password.'
  if (password.length < 10) return 'Use at least 10 characters.'
  return password.length > 200 ? 'Use at most 200 characters.' : undefined
}

function demandGoodPassword(password: unknown) {
  const fault = wrongPassword(password)
  if (fault) fail('VALIDATION', { errors: [{ path: 'password', code: 'PASSWORD_WEAK', message: fault }] })
}

/** RFC 5321, 4.5.3.1.3. */
const longestEmail = 254

/** Everybody who signs in: customers and staff. */
export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'Person', plural: 'People' },
  admin: {
    group: 'People',
    useAsTitle: 'email',
    defaultColumns: ['email', 'name', 'roles', 'phone', 'createdAt'],
    listSearchableFields: ['email', 'name', 'phone'],
    description: 'Customers and staff. Roles say what somebody may do.',
  },
  access: allow({
    create: ['anyone'],
    read: ['support', 'treasury', 'sales', own('id')],
    update: [own('id')],
    unlock: ['support'],
    admin: staffRoles,
  }),
  auth: {
    useAPIKey: false,
    strategies: [keyStrategy],
    tokenExpiration: 7 * day,
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    cookies: { sameSite: 'Lax', secure: environment.publicUrl.startsWith('https:') },
    verify: accountMails.verify,
    // Payload's own pause between requests writes outside its transaction; the rate limits of the server do the work.
    forgotPassword: { minRequestInterval: 0, expiration: 60 * 60 * 1000, ...accountMails.forgotPassword },
  },
  defaultSort: '-createdAt',
  // Payload would make whoever comes first to an empty installation its owner; the first admin is made by `npm run seed -- --admin <e-mail>`.
  endpoints: [{ method: 'post', path: '/first-register', handler: () => fail('NOT_FOUND') }],
  hooks: {
    ...auditChanges('users', { fields: ['roles', 'email'], secrets: ['password'] }),
    me: [meByKey],
    beforeOperation: [
      ({ args, operation }) => {
        if ((operation as string) === 'resetPassword') demandGoodPassword((args as { data?: { password?: unknown } }).data?.password)
        return args
      },
    ],
    beforeValidate: [
      ({ data, operation }) => {
        if (operation === 'create' || data?.password) demandGoodPassword(data?.password)
        if (typeof data?.email === 'string' && data.email.length > longestEmail)
          return fail('VALIDATION', {
            errors: [{ path: 'email', code: 'TOO_LONG', message: 'This is longer than an e-mail address can be.' }],
          })
        return data
      },
    ],
  },
  fields: [
    idField(),
    { name: 'email', type: 'email', required: true, unique: true, access: { update: writableBy('support').update } },
    { name: 'name', type: 'text', maxLength: 120 },
    phoneField({ index: true, admin: { description: 'Mobile number; stored in international form.' } }),
    {
      name: 'locale',
      type: 'select',
      label: 'Language',
      defaultValue: 'en',
      options: [
        { value: 'en', label: 'English' },
        { value: 'sw', label: 'Kiswahili' },
        { value: 'sn', label: 'ChiShona' },
        { value: 'nd', label: 'IsiNdebele' },
      ],
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      index: true,
      defaultValue: ['customer'],
      options: roleNames.map((value) => ({ value, label: roles[value].label })),
      access: writableBy('admin'),
      admin: { description: 'What this person may do.' },
    },
    // Made by signing in, ended by signing out; nobody writes them, not even on sign-up.
    { name: 'sessions', type: 'array', access: { ...serverOnly, read: oneself }, fields: [] },
    { name: '_verified', type: 'checkbox', access: writableBy('support') },
  ],
}
