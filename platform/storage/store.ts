/** What a store knows of an object without reading it. */
export type Stored = { size: number; etag: string }

/** A part of an object, both ends included. */
export type Range = { start: number; end: number }

/** Where uploaded files lie: a folder of this machine, or a place that several processes share. Keys are `<area>/<name>`. */
export type Store = {
  name: 'folder' | 'gridfs'
  /** Keeps bytes under a key, in the place of what was there; nobody sees half of them. */
  put: (key: string, bytes: Uint8Array) => Promise<void>
  stat: (key: string) => Promise<Stored | undefined>
  /** The bytes of an object, or of a part of it; the stream fails when there is none. */
  read: (key: string, range?: Range) => ReadableStream<Uint8Array>
  /** Removes what is there, if anything is. */
  remove: (key: string) => Promise<void>
  /** All keys of an area. */
  list: (area: string) => AsyncIterable<string>
}

/** Whether a text may be the key of an object: one area, one name, nothing that leads elsewhere. */
export const isKey = (key: string): boolean => {
  const [area = '', name = '', ...more] = key.split('/')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed
  return more.length === 0 && /^[a-z][a-z0-9-]{0,40}$/.test(area) && /^[^.\\\u0000-\u001f][^\\\u0000-\u001f]{0,250}$/u.test(name)
}

/** Refuses what cannot be a key, before any store sees it. */
export function checkKey(key: string): string {
  if (!isKey(key)) throw new Error(`${JSON.stringify(key)} is no key of the file storage.`)
  return key
}

/** All bytes of an object. */
export const bytesOf = async (store: Store, key: string): Promise<Uint8Array> => new Response(store.read(key) as BodyInit).bytes()
