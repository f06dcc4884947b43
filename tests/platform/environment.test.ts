import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { EnvironmentError, origins, parseEnvironment } from '../../platform/environment.ts'

const folder = () => mkdtempSync(path.join(tmpdir(), 'vior-environment-'))
const strong = '9f3c1d7a5be2480c6f91d3a7e85b2c4d'
const live = {
  MODE: 'live',
  PAYLOAD_SECRET: strong,
  PUBLIC_URL: 'https://shop.example.com',
  SMTP_URL: 'smtp://mail.example.com',
  DATA_DIR: folder(),
}

const faultsOf = (variables: Record<string, string>) => {
  try {
    parseEnvironment(variables)
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError)
    return (error as Error).message
  }
  return ''
}

describe('the environment', () => {
  test('needs nothing for a first run in sandbox mode', () => {
    const dataDir = folder()
    expect(parseEnvironment({ DATA_DIR: dataDir })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      mode: 'sandbox',
      seed: 'demo',
      publicUrl: 'http://localhost:3000',
      databaseUrl: `file:${dataDir}/platform.db`,
    })
  })

  test('makes a secret once, which only its owner may read', () => {
    const dataDir = folder()
    const first = parseEnvironment({ DATA_DIR: dataDir }).secret
    expect(first).toMatch(/^[\da-f]{64}$/)
    expect(parseEnvironment({ DATA_DIR: dataDir }).secret).toBe(first)
    expect(statSync(path.join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  })

  test.each(['', '0123'])('refuses a secret that was cut short, and names its file: %o', (rest) => {
    const dataDir = folder()
    writeFileSync(path.join(dataDir, 'secret'), rest)
    expect(faultsOf({ DATA_DIR: dataDir })).toContain(`${dataDir}/secret is damaged`)
  })

  test('says when DATA_DIR is no folder', () => {
    const file = path.join(folder(), 'file')
    writeFileSync(file, '')
    expect(faultsOf({ DATA_DIR: file })).toMatch(/DATA_DIR must be a folder that can be written to/)
    expect(faultsOf({ DATA_DIR: path.join(file, 'below') })).toMatch(/DATA_DIR must be a folder that can be written to/)
  })

  test.each([
    [{ PORT: 'eighty' }, /PORT .*3000/],
    [{ PORT: '70000' }, /PORT .*65535/],
    [{ MODE: 'test' }, /MODE must be sandbox or live/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL .*mongodb:/],
    [{ DATABASE_URL: 'mongodb://' }, /DATABASE_URL .*mongodb:/],
    [{ PUBLIC_URL: 'shop.example.com' }, /PUBLIC_URL .*https:\/\/shop\.example\.com/],
    [{ SMTP_URL: 'http://mail' }, /SMTP_URL .*smtp:/],
    [{ SEED: 'yes' }, /SEED must be demo or none/],
    [{ AZAMPAY_APP_NAME: 'shop' }, /AZAMPAY_CLIENT_ID, AZAMPAY_CLIENT_SECRET, AZAMPAY_API_KEY must be set too/],
    [{ PAYLOAD_SECRET: 'short' }, /PAYLOAD_SECRET is too weak/],
  ])('names the variable, the fault and an example: %o', (variables, message) => {
    expect(faultsOf({ DATA_DIR: folder(), ...variables } as Record<string, string>)).toMatch(message)
  })

  test.each([
    [{ TIME_ZONE: 'Mars/Base' }, /TIME_ZONE must be the name of a time zone, for instance Africa\/Harare/],
    [{ CALLBACK_FROM: '192.0.2.10, example.com' }, /CALLBACK_FROM must be addresses or ranges/],
    [{ CALLBACK_FROM: '192.0.2.0/40' }, /CALLBACK_FROM must be addresses or ranges/],
  ])('refuses %o', (variables, message) => {
    expect(faultsOf(variables as unknown as Record<string, string>)).toMatch(message)
  })

  test('names all faults at once', () => {
    expect(faultsOf({ PORT: 'x', MODE: 'y' }).split('\n')).toHaveLength(2)
  })

  test('accepts live mode when everything real is named', () => {
    expect(parseEnvironment(live)).toMatchObject({ mode: 'live', host: '0.0.0.0', seed: 'none' })
  })

  test.each([
    [{ PAYLOAD_SECRET: '' }, /PAYLOAD_SECRET must be set in live mode/],
    [{ PAYLOAD_SECRET: 'a'.repeat(40) }, /PAYLOAD_SECRET is too weak/],
    [{ PUBLIC_URL: 'http://shop.example.com' }, /PUBLIC_URL must be an https address/],
    [{ SEED: 'demo' }, /SEED must be none in live mode/],
  ])('refuses live mode with %o', (variables, message) => {
    expect(faultsOf({ ...live, ...variables } as Record<string, string>)).toMatch(message)
  })
})

test('a sandbox on this machine is reached under each of its names, a public site under one', () => {
  expect(origins({ mode: 'sandbox', publicUrl: 'http://localhost:3000' })).toEqual([
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
  ])
  expect(origins({ mode: 'live', publicUrl: 'https://shop.example.com' })).toEqual(['https://shop.example.com'])
})
