import { Agenda } from 'agenda'
import { openBackend } from './backends.ts'

// A process of its own: it begins the job "work", says so, and waits to be killed in the middle of it.
const { backend } = await openBackend(process.argv[2] as string)
const agenda = new Agenda({ backend, processEvery: 20 })
await agenda.ready
agenda.define('work', () => {
  console.log('working')
  return new Promise<void>(() => setInterval(() => undefined, 1000))
})
await agenda.start()
