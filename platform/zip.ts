import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/** How much an archive may hold. */
export type ZipLimits = { entries: number; bytes: number /** How many times larger than packed. */; ratio: number }

/** What an archive of people, not of attackers, holds at most. */
const usualLimits: ZipLimits = { entries: 5_000, bytes: 400_000_000, ratio: 120 }

/** Below this size no ratio is suspicious: empty tables pack very well. */
const harmless = 2_000_000

/** What is wrong with an archive. */
export type ZipFault = 'UNREADABLE' | 'TOO_MANY_ENTRIES' | 'TOO_LARGE' | 'ENCRYPTED' | 'LINK'

class Fault extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault) {
    super(fault)
    this.fault = fault
  }
}

const isLink = ({ externalFileAttributes }: Entry) => ((externalFileAttributes >>> 16) & 0o170000) === 0o120000

/** Unpacks an entry to nowhere and counts, because an archive may lie about its sizes. */
async function weigh(zip: ZipFile, entry: Entry, room: number): Promise<number> {
  let size = 0
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      size += chunk.byteLength
      done(size > room ? new Fault('TOO_LARGE') : null)
    },
  })
  await pipeline(await zip.openReadStreamPromise(entry), sink)
  return size
}

/** Looks through an archive, also at what it unpacks to, and says what is wrong with it; undefined when nothing is. */
export async function zipFault(bytes: Uint8Array, { entries, bytes: most, ratio }: ZipLimits = usualLimits): Promise<ZipFault | undefined> {
  const room = Math.min(most, Math.max(harmless, bytes.byteLength * ratio))
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
    if (zip.entryCount > entries) return 'TOO_MANY_ENTRIES'
    let total = 0
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new Fault('ENCRYPTED')
      if (isLink(entry)) throw new Fault('LINK')
      if (total + entry.uncompressedSize > room) throw new Fault('TOO_LARGE')
      if (!entry.fileName.endsWith('/')) total += await weigh(zip, entry, room - total)
    }
    return undefined
  } catch (error) {
    return error instanceof Fault ? error.fault : 'UNREADABLE'
  }
}
