import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of an archive made for a test; `says` is the size that it claims to have. */
export type Entry = { name: string; data?: Uint8Array; says?: number; mode?: number; encrypted?: boolean }

const numbers = (...pairs: [value: number, bytes: 2 | 4][]) => {
  const buffer = Buffer.alloc(pairs.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of pairs) at = bytes === 2 ? buffer.writeUInt16LE(value, at) : buffer.writeUInt32LE(value, at)
  return buffer
}

/** An archive with these entries, also such as no honest program would make. */
export function zipped(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data = new Uint8Array(), says = data.byteLength, mode = 0o100644, encrypted } of entries) {
    const packed = deflateRawSync(data)
    const common = numbers(
      [20, 2],
      [encrypted ? 1 : 0, 2],
      [8, 2],
      [0, 2],
      [0, 2],
      [crc32(data), 4],
      [packed.byteLength, 4],
      [says, 4],
      [Buffer.byteLength(name), 2],
      [0, 2],
    )
    const local = Buffer.concat([numbers([0x04034b50, 4]), common, Buffer.from(name), packed])
    directory.push(
      Buffer.concat([
        numbers([0x02014b50, 4], [0x0314, 2]),
        common,
        numbers([0, 2], [0, 2], [0, 2], [mode * 65536, 4], [offset, 4]),
        Buffer.from(name),
      ]),
    )
    parts.push(local)
    offset += local.byteLength
  }
  const central = Buffer.concat(directory)
  const end = numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [entries.length, 2],
    [entries.length, 2],
    [central.byteLength, 4],
    [offset, 4],
    [0, 2],
  )
  return Buffer.concat([...parts, central, end])
}
