import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the project. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A file of the server: its path from the root, the folder that owns it, and what it says. */
export type Source = { file: string; owner: string; text: string }

const ownerOf = (file: string): string => {
  const [first = '', second = ''] = file.split('/')
  return first === 'collections' || first === 'jobs' || second.endsWith('.ts') ? first : `${first}/${second}`
}

const read = (folder: string): Source[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !/\/(migrations|app|reference)\//.test(file))
    .sort()
    .map((file) => ({ file, owner: ownerOf(file), text: readFileSync(path.join(root, file), 'utf8') }))

/** What the server is written in, without what is built for browsers. */
export const sources: readonly Source[] = ['collections', 'jobs', 'platform', 'plugins'].flatMap(read)

/** The folders that have a part in the platform, such as `plugins/shop` and `platform/outbox`. */
export const folders: readonly string[] = [...new Set(sources.map(({ owner }) => owner))].sort()

const holders = new Map<string, string | undefined>()

/** The folder whose sources hold a text; undefined when none does. */
export function holderOf(...texts: string[]): string | undefined {
  // Asked for the same few names again and again, each time of all that there is to read.
  const key = texts.join('\0')
  if (!holders.has(key)) holders.set(key, sources.find(({ text }) => texts.every((each) => text.includes(each)))?.owner)
  return holders.get(key)
}
