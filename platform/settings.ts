import type { PayloadRequest } from 'payload'
import type { Setting } from '../payload-types.ts'
import { remembered } from './cache/remembered.ts'
import { globalTag } from './cache/tags.ts'
import { withRequest } from './transaction.ts'

/** The settings, texts in the default language; read once until they change. */
export const settingsOf = ({ payload }: Pick<PayloadRequest, 'payload'>): Promise<Setting> =>
  remembered(payload, 'settings', globalTag('settings'), () =>
    withRequest(payload, 'settings', (req) => payload.findGlobal({ slug: 'settings', req, depth: 0 })),
  )
