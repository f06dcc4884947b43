import { createLocalReq } from 'payload'
import { expect, test } from 'vitest'
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
      fields: [idField(), { name: 'status', type: 'text' }, { name: 'claimant', type: 'text' }, { name: 'amount', type: 'number' }],
    },
  ],
})

const { lookOf, offeredMoves } = await import('../../platform/admin/moves.ts')

/** The moves that somebody with these roles is offered on a new claim. */
async function offered(roles: Role[], claim: { status: string; claimant?: string; amount?: number }) {
  const id = newId()
  await payload.db.create({ collection: 'claims' as 'users', data: { id, amount: 100, ...claim } as never })
  const req = await createLocalReq({ user: { id: 'me', collection: 'users', roles } as never }, payload)
  return offeredMoves(req, machine, { collection: 'claims', id, status: claim.status })
}

const verbs = async (...asked: Parameters<typeof offered>) => (await offered(...asked)).map(({ verb }) => verb)

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
  expect(move).toMatchObject({ verb: 'send_back', label: 'Send back', reason: 'required', to: { label: 'Rejected', tone: 'danger' } })
  expect(move?.action).toMatch(/^\/api\/claims\/[\da-f-]{36}\/send-back$/)
})

test('a state that the machine has forgotten keeps its name', () => {
  expect(lookOf(machine, 'archived')).toEqual({ label: 'archived', tone: 'neutral' })
})
