// The clients of the socket bench: thousands of raw sockets in one process.
import { type RawSocket, rawSocket } from '../support/raw-sockets.ts'

const url = process.argv[2] as string
const sockets: RawSocket[] = []
let acknowledged = 0
let heard: number[] = []
let told = (): void => undefined

const hear = (text: string) => {
  if (text.startsWith('43')) acknowledged++
  if (text.startsWith('42["changed"')) heard.push(Date.now())
  told()
}

const until = (done: () => boolean) =>
  new Promise<void>((resolve) => {
    told = () => done() && resolve()
    told()
  })

async function open(count: number) {
  // A few at a time, as the machine has only so many that wait to be taken.
  const waiting = Array.from({ length: count }, (_, index) => index).values()
  const lane = async () => {
    for (const _ of waiting) sockets.push(await rawSocket(url, { hear }))
  }
  await Promise.all(Array.from({ length: 50 }, lane))
}

async function join(count: number, document: string) {
  for (const socket of sockets.slice(0, count)) {
    socket.send(`420["join",{"collection":"brands","id":"${document}"}]`)
    const wanted = acknowledged + 1
    await until(() => acknowledged >= wanted)
  }
}

process.on('message', async (message: { open?: number; join?: number; document?: string; await?: number }) => {
  if (message.open) await open(message.open)
  if (message.join) await join(message.join, message.document as string)
  if (message.await) {
    heard = []
    const begun = Date.now()
    await until(() => heard.length >= (message.await as number))
    return process.send?.(heard.map((at) => at - begun))
  }
  process.send?.({ done: true })
})
process.send?.({ ready: true })
