import { expect, test } from 'vitest'
import { kernel } from '../support/kernel.ts'

const { idField } = await import('../../platform/ids.ts')
const { secretField, unseal } = await import('../../platform/secrets.ts')

const { payload } = await kernel({
  collections: [
    {
      slug: 'gateways',
      fields: [
        idField(),
        { name: 'label', type: 'text' },
        secretField('password'),
        { name: 'smtp', type: 'group', fields: [secretField('key')] },
      ],
    },
  ] as never,
})

const collection = 'gateways' as 'users'

// biome-ignore lint/suspicious/noExplicitAny: a collection of this test only.
const stored = async (id: string): Promise<any> => payload.db.findOne({ collection, where: { id: { equals: id } } })

test('a secret setting is stored encrypted, never read back, kept when it is not given, changed and taken away', async () => {
  const data = { label: 'a', password: 'hunter2', smtp: { key: 'k-1' } } as never
  // biome-ignore lint/suspicious/noExplicitAny: a collection of this test only.
  const made = (await payload.create({ collection, data })) as any
  const { id } = made
  expect(JSON.stringify([made, await stored(id)])).not.toMatch(/hunter2|k-1/)
  expect([made.password, made.smtp.key]).toEqual([{ set: true }, { set: true }])
  expect([unseal((await stored(id)).password), unseal((await stored(id)).smtp.key)]).toEqual(['hunter2', 'k-1'])

  for (const change of [{ label: 'b' }, { password: { set: true }, smtp: { key: { set: false } } }, { password: '' }]) {
    await payload.update({ collection, id, data: change as never })
    expect([unseal((await stored(id)).password), unseal((await stored(id)).smtp.key)]).toEqual(['hunter2', 'k-1'])
  }
  await payload.update({ collection, id, data: { password: 'correct horse' } as never })
  expect(unseal((await stored(id)).password)).toBe('correct horse')
  await payload.update({ collection, id, data: { password: null } as never })
  expect((await stored(id)).password ?? null).toBeNull()
  expect((await payload.findByID({ collection, id })) as unknown).toMatchObject({ password: { set: false }, smtp: { key: { set: true } } })
  await payload.update({ collection, id, data: { password: { set: true } } as never })
  expect((await stored(id)).password ?? null).toBeNull()
})
