import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { shared } from '../../platform/instance.ts'
import { platform } from '../support/platform.ts'
import { frame, type RawSocket, rawSocket } from '../support/raw-sockets.ts'

const { url, payload } = await platform()
const { socketLimits } = await import('../../platform/server/socket-guard.ts')

const brand = newId()
const busy = newId()
const open: RawSocket[] = []

const connect = async (hear?: (text: string) => void) => {
  const socket = await rawSocket(url, { hear })
  open.push(socket)
  return socket
}

/** A socket that watches, and what it hears. */
async function watcher(id = brand) {
  const heard: string[] = []
  const socket = await connect((text) => heard.push(text))
  socket.send(`420["join",{"collection":"brands","id":"${id}"}]`)
  await expect.poll(() => heard).toEqual(['430[{"ok":true}]'])
  return { socket, heard }
}

const sockets = async () => Number(/^vior_sockets (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1])

beforeAll(async () => {
  for (const [id, slug] of [
    [brand, 'watched'],
    [busy, 'busy'],
  ] as const)
    await payload.db.create({ collection: 'brands', data: { id, name: slug, slug } })
})
afterAll(() => {
  for (const socket of open) socket.end()
})

test('everybody in a full room hears a hint once', async () => {
  const watchers = await Promise.all(Array.from({ length: 300 }, watcher))
  shared(payload).hint?.('brands', brand)
  const hint = `42["changed",{"collection":"brands","id":"${brand}"}]`
  await expect.poll(() => watchers.filter(({ heard }) => heard.length === 2 && heard[1] === hint).length).toBe(300)
  for (const { socket } of watchers) socket.end()
  await expect.poll(sockets).toBe(0)
})

describe('whoever', () => {
  const nonsense = frame('42["leave",{}]')

  test.each([
    ['sends more messages than anybody has to say', () => Buffer.concat(Array.from({ length: socketLimits.burst + 50 }, () => nonsense))],
    ['sends pings instead of messages', () => Buffer.concat(Array.from({ length: socketLimits.burst + 50 }, () => frame('', 9)))],
    ['sends more at once than is accepted', () => frame(`42["join","${'x'.repeat(20_000)}"]`)],
    ['sends what is no frame', () => randomBytes(4000)],
    ['sends what is no message of the protocol', () => frame('not a packet')],
    ['sends broken JSON', () => frame('42["join",{')],
    ['sends an attachment that nobody asked for', () => frame('bAAAA')],
    [
      'asks for a namespace that does not exist, again and again',
      () => Buffer.concat(Array.from({ length: 300 }, () => frame('40/none,'))),
    ],
  ])('%s is cut off, and nobody else', async (_, bytes) => {
    const { heard } = await watcher()
    const bad = await connect()
    bad.write(bytes())
    await bad.closed
    shared(payload).hint?.('brands', brand)
    await expect.poll(() => heard.length).toBe(2)
  })

  test('never ends a message is cut off for how much it is', async () => {
    const bad = await connect()
    const part = frame('x'.repeat(1000), 1)
    part[0] = 1
    bad.write(part)
    // Empty pieces that go on and on: nothing of them adds up to a message that is too long.
    const piece = frame('', 0)
    piece[0] = 0
    const flood = Buffer.concat(Array.from({ length: 10_000 }, () => piece))
    const timer = setInterval(() => bad.write(flood), 50)
    await bad.closed
    clearInterval(timer)
  })

  test('does not read is cut off instead of being waited for', async () => {
    const { heard } = await watcher()
    const { socket: slow } = await watcher(busy)
    const before = await sockets()
    slow.pause()
    // More than the machine itself takes for a connection.
    const say = setInterval(() => {
      for (let n = 0; n < 2000; n++) shared(payload).hint?.('brands', busy)
    }, 5)
    await expect.poll(sockets, { timeout: 25_000 }).toBe(before - 1)
    clearInterval(say)
    shared(payload).hint?.('brands', brand)
    await expect.poll(() => heard.length).toBe(2)
  })
})

test('a client of the older kind, which asks again and again, is told to use a websocket', async () => {
  const answer = await fetch(`${url}/socket.io/?EIO=4&transport=polling`)
  expect(answer.status).toBe(400)
})
