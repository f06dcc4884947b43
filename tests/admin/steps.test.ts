import { createLocalReq } from 'payload'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { idField, newId } from '../../platform/ids.ts'
import type { Role } from '../../platform/roles.ts'
import { states } from '../../platform/states.ts'
import { kernel } from '../support/kernel.ts'

const machine = states({
  initial: 'open',
  states: {
    open: { label: 'Open', tone: 'info' },
    approved: { label: 'Approved', tone: 'success' },
    rejected: { label: 'Rejected', tone: 'danger' },
  },
  moves: {
    approve: { from: ['open'], to: 'approved', label: 'Approve', grants: ['treasury'], where: { amount: { greater_than: 0 } } },
    send_back: { from: ['open', 'approved'], to: 'rejected', label: 'Send back', grants: ['treasury', 'sales'], reason: 'required' },
    expire: { from: ['open'], to: 'rejected', label: 'Expire' },
    withdraw: { from: ['open'], to: 'rejected', label: 'Withdraw', grants: [() => ({ claimant: { equals: 'me' } })] },
  },
})

const { payload } = await kernel({
  collections: [
    {
      slug: 'claims',
      endpoints: [
        {
          path: '/:id/weigh',
          method: 'post',
          handler: () => new Response(),
          custom: { definition: { button: 'Weigh', access: ['delivery'], body: z.strictObject({ grams: z.int().min(1).max(9000) }) } },
        },
        { path: '/:id/audit', method: 'get', handler: () => new Response(), custom: { definition: { access: ['delivery'] } } },
      ],
      fields: [idField(), { name: 'status', type: 'text' }, { name: 'claimant', type: 'text' }, { name: 'amount', type: 'number' }],
    },
  ],
})

const { lookOf, offeredActions, offeredMoves } = await import('../../platform/admin/steps.ts')

const requestOf = (roles: Role[]) => createLocalReq({ user: { id: 'me', collection: 'users', roles } as never }, payload)

/** The moves that somebody with these roles is offered on a new claim. */
async function offered(roles: Role[], claim: { status: string; claimant?: string; amount?: number }) {
  const id = newId()
  await payload.db.create({ collection: 'claims' as 'users', data: { id, amount: 100, ...claim } as never })
  return offeredMoves(await requestOf(roles), machine, { collection: 'claims', id, status: claim.status })
}

const verbs = async (...asked: Parameters<typeof offered>) => (await offered(...asked)).map(({ name }) => name)

test('a viewer is offered the moves of the present state that the own role may make', async () => {
  expect(await verbs(['treasury'], { status: 'open' })).toEqual(['approve', 'send_back'])
  expect(await verbs(['sales'], { status: 'open' })).toEqual(['send_back'])
  expect(await verbs(['treasury'], { status: 'approved' })).toEqual(['send_back'])
  expect(await verbs(['treasury'], { status: 'rejected' })).toEqual([])
})

test('what only the server does has no button, not even for admins', async () => {
  expect(await verbs(['admin'], { status: 'open' })).toEqual(['approve', 'send_back', 'withdraw'])
})

test('a scope offers the move for the documents that it selects', async () => {
  expect(await verbs(['customer'], { status: 'open', claimant: 'me' })).toEqual(['withdraw'])
  expect(await verbs(['customer'], { status: 'open', claimant: 'somebody else' })).toEqual([])
})

test('a move that depends on more than the state is offered only where it would succeed', async () => {
  expect(await verbs(['treasury'], { status: 'open', amount: 0 })).toEqual(['send_back'])
})

test('a button knows its address, where it leads and whether it asks why', async () => {
  const [move] = await offered(['sales'], { status: 'approved' })
  expect(move).toMatchObject({ name: 'send_back', label: 'Send back', look: 'danger', notice: 'The next state is “Rejected”.' })
  expect(move?.inputs).toEqual([{ name: 'reason', label: 'Reason', kind: 'text', required: true, maxLength: 500 }])
  expect(move?.action).toMatch(/^\/api\/claims\/[\da-f-]{36}\/send-back$/)
})

test('an endpoint with a button is offered to those who may use it, with what it asks for', async () => {
  const id = newId()
  const [weigh, ...others] = await offeredActions(await requestOf(['delivery']), { collection: 'claims', id })
  expect(weigh).toMatchObject({
    label: 'Weigh',
    action: `/api/claims/${id}/weigh`,
    inputs: [{ name: 'grams', kind: 'number', min: 1, max: 9000 }],
  })
  expect(others).toEqual([])
  expect(await offeredActions(await requestOf(['sales']), { collection: 'claims', id })).toEqual([])
})

test('a state that the machine has forgotten keeps its name', () => {
  expect(lookOf(machine, 'archived')).toEqual({ label: 'archived', tone: 'neutral' })
})
