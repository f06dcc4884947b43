import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from 'payload'
import { siteZone } from '../time.ts'
import { dateFormats } from './cells.ts'

// Not `new URL(…, import.meta.url)`: the admin's bundler takes that for a file to copy.
const here = path.dirname(fileURLToPath(import.meta.url))

/** The admin: Payload's look with our brand, everything served by ourselves. */
export const admin: NonNullable<Config['admin']> = {
  user: 'users',
  theme: 'all',
  avatar: 'default',
  dateFormat: dateFormats.moment,
  // In which what is scheduled is meant.
  timezones: {
    defaultTimezone: siteZone,
    supportedTimezones: [
      { label: 'Dar es Salaam, Nairobi, Kampala', value: siteZone },
      { label: 'Harare, Lusaka, Maputo', value: 'Africa/Harare' },
      { label: 'Johannesburg', value: 'Africa/Johannesburg' },
      { label: 'Lagos', value: 'Africa/Lagos' },
      { label: 'London', value: 'Europe/London' },
      { label: 'UTC', value: 'UTC' },
    ],
  },
  importMap: { baseDir: path.resolve(here, '../..'), importMapFile: path.join(here, 'app/admin/importMap.js'), autoGenerate: false },
  meta: {
    titleSuffix: ' · Vior',
    description: 'Where staff run the platform.',
    robots: 'noindex, nofollow',
    defaultOGImageType: 'off',
    icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/admin/icon.svg' }],
  },
  components: {
    graphics: {
      Logo: '/platform/admin/components/Logo.tsx#Logo',
      Icon: '/platform/admin/components/Icon.tsx#Icon',
    },
    actions: ['/platform/admin/components/Bell.tsx#Bell'],
    providers: ['/platform/admin/components/Names.tsx#Names'],
    views: {
      notifications: { Component: '/platform/admin/views/Notifications.tsx#Notifications', path: '/notifications' },
      searchFindings: { Component: '/platform/admin/views/SearchFindings.tsx#SearchFindings', path: '/search-findings' },
    },
    beforeDashboard: ['/platform/admin/components/Notices.tsx#Notices'],
    beforeLogin: ['/platform/admin/components/DemoAccounts.tsx#DemoAccounts'],
  },
}
