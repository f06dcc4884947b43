import { expect, test } from 'vitest'
import { derivedSecret, equalTexts, hashSecret, newSecret, seal, unseal } from '../../platform/secrets.ts'

test('a guest secret has at least 160 random bits and is stored as something else', () => {
  const secrets = new Set(Array.from({ length: 1000 }, newSecret))
  expect(secrets.size).toBe(1000)
  const [secret = ''] = secrets
  expect(Buffer.from(secret, 'base64url')).toHaveLength(20)
  expect(hashSecret(secret)).not.toContain(secret)
  expect(hashSecret(secret)).toBe(hashSecret(secret))
})

test('what is sealed reads back, differs each time and cannot be changed unnoticed', () => {
  const sealed = seal('smtp password ñ')
  expect(unseal(sealed)).toBe('smtp password ñ')
  expect(seal('smtp password ñ')).not.toBe(sealed)
  const [id, nonce, data = '', tag] = sealed.split('.')
  const changed = (data[0] === 'A' ? 'B' : 'A') + data.slice(1)
  expect(() => unseal([id, nonce, changed, tag].join('.'))).toThrow()
  expect(() => unseal(['k0', nonce, data, tag].join('.'))).toThrow('not known')
})

test('derived secrets depend on their purpose', () => {
  expect(derivedSecret('a')).toBe(derivedSecret('a'))
  expect(derivedSecret('a')).not.toBe(derivedSecret('b'))
})

test('texts compare by content whatever their length', () => {
  expect([equalTexts('abc', 'abc'), equalTexts('abc', 'abd'), equalTexts('abc', 'ab')]).toEqual([true, false, false])
})
