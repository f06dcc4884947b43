// `npm run bench -- sockets`, or `node tests/bench/sockets.ts [count]`: how many sockets one process carries, what each costs, and how fast a room of a thousand hears a hint.
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const count = Number(process.argv[2] ?? 10_000)
const room = Math.min(1000, count)
const rounds = 50

/** Every socket is a file, on both sides. */
const raiseLimit = (child: ChildProcess, files: number) =>
  execFileSync('prlimit', ['--pid', String(child.pid), `--nofile=${files}:${files}`])

const resident = (pid = 0) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)

const start = async (file: string, args: string[], env: Record<string, string>) => {
  const child = fork(path.join(import.meta.dirname, file), args, {
    env: { ...process.env, ...env },
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  raiseLimit(child, count + 1000)
  const [said] = await once(child, 'message')
  return { child, said }
}

/** Asks a child something and waits for what it says next. */
const ask = async (child: ChildProcess, message: object) => {
  const answer = once(child, 'message')
  child.send(message)
  return (await answer)[0]
}

const dir = mkdtempSync(path.join(tmpdir(), 'vior-sockets-'))
const env = {
  NODE_ENV: 'production',
  MODE: 'sandbox',
  PORT: '0',
  PUBLIC_URL: 'http://127.0.0.1:3000',
  DATA_DIR: dir,
  LOG_LEVEL: 'error',
  SEED: 'none',
}
const server = await start('socket-server.ts', [], env)
try {
  const { url, documents } = server.said as { url: string; documents: string[] }
  await ask(server.child, { gc: true })
  const before = resident(server.child.pid)
  const clients = await start('socket-clients.ts', [url], {})
  const begun = performance.now()
  await ask(clients.child, { open: count })
  const opened = (performance.now() - begun) / 1000
  console.log(`${count} sockets opened in ${opened.toFixed(1)} s (${(count / opened).toFixed(0)} per second)`)
  await ask(server.child, { gc: true })
  const after = resident(server.child.pid)
  console.log(
    `resident: ${(before / 1024).toFixed(0)} MB without, ${(after / 1024).toFixed(0)} MB with them: ${((after - before) / count).toFixed(1)} kB a socket`,
  )

  await ask(clients.child, { join: room, document: documents[0] })
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const heard = once(clients.child, 'message')
    clients.child.send({ await: room })
    server.child.send({ hint: documents[0] })
    times.push(...((await heard)[0] as number[]))
  }
  times.sort((left, right) => left - right)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
  console.log(`a hint to ${room} of them, ${rounds} times: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(0.9999)} ms`)
  console.log(`resident after it: ${(resident(server.child.pid) / 1024).toFixed(0)} MB`)
  clients.child.kill('SIGKILL')
} finally {
  server.child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
}
