import { expect, test } from 'vitest'
import { zipFault } from '../../platform/zip.ts'
import { zipped } from './zips.ts'

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_000_000)

test('an ordinary archive is fine, also with folders and odd names', async () => {
  expect(
    await zipFault(
      zipped([
        { name: 'folder/' },
        { name: 'folder/a.txt', data: Buffer.from('hello') },
        { name: 'ünï – 1.csv', data: Buffer.from('a;b') },
      ]),
    ),
  ).toBeUndefined()
  expect(await zipFault(zipped([]))).toBeUndefined()
})

test.each([
  ['which unpacks to hundreds of times its size', [{ name: 'a', data: zeros(50) }], 'TOO_LARGE'],
  ['of many such entries', Array.from({ length: 40 }, (_, at) => ({ name: `${at}`, data: zeros(3) })), 'TOO_LARGE'],
  ['which says that it is small and is not', [{ name: 'a', data: zeros(20), says: 10 }], 'UNREADABLE'],
  ['which says that it is larger than anything', [{ name: 'a', data: Buffer.from('x'), says: 4_000_000_000 }], 'TOO_LARGE'],
  ['of thousands of entries', Array.from({ length: 5001 }, (_, at) => ({ name: `${at}` })), 'TOO_MANY_ENTRIES'],
  ['which leads out of its folder', [{ name: '../../etc/passwd', data: Buffer.from('x') }], 'UNREADABLE'],
  ['which begins at the root', [{ name: '/etc/passwd', data: Buffer.from('x') }], 'UNREADABLE'],
  ['which holds a link', [{ name: 'link', data: Buffer.from('/etc/passwd'), mode: 0o120777 }], 'LINK'],
  ['which is encrypted', [{ name: 'a', data: Buffer.from('x'), encrypted: true }], 'ENCRYPTED'],
] as const)('an archive %s is refused', async (_, entries, fault) => {
  expect(await zipFault(zipped(entries))).toBe(fault)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['noise', Buffer.from('PK\u0003\u0004 and then nothing that makes sense')],
  ['half of one', zipped([{ name: 'a', data: Buffer.from('hello hello hello') }]).subarray(0, 40)],
])('%s is no archive', async (_, bytes) => {
  expect(await zipFault(bytes)).toBe('UNREADABLE')
})

test('limits may be tighter', async () => {
  expect(await zipFault(zipped([{ name: 'a', data: zeros(1) }]), { entries: 10, bytes: 500_000, ratio: 1000 })).toBe('TOO_LARGE')
})
