import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { SanitizedConfig } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { generatedFiles } from '../../platform/server/reference/pages.ts'
import { machinesOf } from '../../platform/server/reference/states.ts'

let config: SanitizedConfig

beforeAll(async () => {
  config = await (await import('../../payload.config.ts')).default
})

test('generated files say what the code says', async () => {
  for (const [name, text] of Object.entries(await generatedFiles(config)))
    expect(readFileSync(path.resolve(import.meta.dirname, '../..', name), 'utf8'), `${name}: run npm run generate`).toBe(text)
})

describe('every state machine', () => {
  test('reaches all its states and moves between states that exist', () => {
    for (const { collection, machine } of machinesOf(config)) {
      const known = Object.keys(machine.states)
      const moves = Object.values(machine.moves)
      for (const { from, to } of moves)
        expect(
          [...from, to].filter((state) => !known.includes(state)),
          collection,
        ).toEqual([])
      const reached = new Set([machine.initial])
      for (let size = 0; size !== reached.size; ) {
        size = reached.size
        for (const { from, to } of moves) if (from.some((state) => reached.has(state))) reached.add(to)
      }
      expect([...reached].sort(), collection).toEqual(known.sort())
    }
  })
})

test('every endpoint of our own says who may call it', () => {
  const endpoints = [...(config.endpoints ?? []), ...config.collections.flatMap(({ endpoints }) => endpoints || [])]
  const own = endpoints.flatMap(({ custom }) =>
    custom?.definition ? [custom.definition as { access: unknown[]; path: string; method: string; lateAccess?: boolean }] : [],
  )
  expect(own.length).toBeGreaterThan(0)
  expect(own.filter(({ access, lateAccess }) => access.length === 0 && !lateAccess).map(({ method, path }) => `${method} ${path}`)).toEqual(
    [],
  )
})
