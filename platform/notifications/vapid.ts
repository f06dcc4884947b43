import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import webPush from 'web-push'
import type { Environment } from '../environment.ts'

/** The pair of keys by which push services know this installation; browsers subscribe to the public one, so it must stay what it is. */
export type Vapid = { publicKey: string; privateKey: string }

/** The keys that the settings name, or those that this installation made for itself at its first use. */
export function vapidKeys({ vapid, dataDir }: Pick<Environment, 'vapid' | 'dataDir'>): Vapid {
  if (vapid) return vapid
  const file = path.join(dataDir, 'vapid.json')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, JSON.stringify(webPush.generateVAPIDKeys()), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // They are there, perhaps since another process made them a moment ago.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Vapid
}
