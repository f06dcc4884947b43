import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { platform } from '../support/platform.ts'
import { order, stock } from '../support/shopping.ts'

const site = await platform()
const { payload } = site
const { listJobs } = await import('../../jobs/board.ts')
const { jobsOf } = await import('../../jobs/by-hand.ts')

const script = path.resolve(import.meta.dirname, '../../jobs/command.ts')

/** Runs `npm run job` with these arguments in a process of its own, beside the platform that serves the same database. */
const job = (...args: string[]): Promise<{ code: number | null; said: string; complained: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const heard = { said: '', complained: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      heard.said += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      heard.complained += text
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...heard }))
  })

const statusOf = async (id: string) => (await site.as('sales').get(`/orders/${id}`)).body.status
const later = new Date(Date.now() + 5 * 86_400_000).toISOString()

test('jobs are listed, tried out, run for one document and run when they are due', { timeout: 120_000 }, async () => {
  const goods = await stock(site, { title: 'Lamp', price: 5_000_00, quantity: 5 })
  const [first, second] = [await order(site, goods), await order(site, goods)]

  const listed = await job()
  expect(listed.code).toBe(0)
  expect(listed.said).toMatch(/shop\.expire-orders +1 hour +never ran +--for/)
  expect(listed.said).toMatch(/^cleanup_expired_data +.*outbox\.forget-delivered.*shop\.expire-carts/m)

  const tried = await job('outbox.deliver', '--dry-run')
  expect(tried.said).toMatch(
    /outbox\.deliver: \d+ would be done\. Nothing was changed\.\n {2}held back: platform\.send-mail for mails\.written/,
  )
  expect((await payload.db.count({ collection: 'mails', where: { status: { not_equals: 'waiting' } } })).totalDocs).toBe(0)

  const one = await job('shop.expire-orders', '--for', first.id, '--at', later)
  expect(one).toMatchObject({ code: 0, said: 'shop.expire-orders: 1 done.\n' })
  expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(['canceled', 'awaiting_payment'])

  const due = await job('--due')
  expect(due.code, due.complained).toBe(0)
  const rows = await listJobs(payload)
  expect(rows.filter(({ lastError }) => lastError)).toEqual([])
  // What is planned for the night waits for it.
  const waiting = rows.filter(({ name }) => !due.said.includes(`${name}: `))
  expect(waiting.every(({ every }) => every.includes('*'))).toBe(true)
  expect(due.said).toContain('outbox.deliver: ')
  expect((await payload.db.count({ collection: 'mails', where: { status: { equals: 'waiting' } } })).totalDocs).toBe(0)

  const cleaned = await job('cleanup_expired_data')
  expect(cleaned.code, cleaned.complained).toBe(0)
  const forgetting = [...jobsOf(payload).keys()].filter((name) => /\.forget/.test(name))
  expect(forgetting.length).toBeGreaterThan(5)
  for (const name of forgetting) expect(cleaned.said).toContain(`${name}: 0 done.\n`)
})

test('what is asked wrongly is told in plain words', { timeout: 60_000 }, async () => {
  const [unknown, time] = await Promise.all([job('shop.expire-cats'), job('shop.expire-carts', '--at', 'tomorrow')])
  expect(unknown.code).toBe(1)
  expect(unknown.complained).toMatch(/^There is no job "shop\.expire-cats"; there are: .*shop\.expire-carts/m)
  expect(time).toMatchObject({ code: 1, said: '', complained: '--at must be a time such as 2026-12-01T08:00 (it is "tomorrow").\n' })
})
