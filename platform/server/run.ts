import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { loadEnvFile } from 'node:process'
import { fileURLToPath } from 'node:url'
import { quickImports } from './quick-imports.ts'

// What was compiled once need not be compiled at the next start; where nothing may be written, it is.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)))

/** Runs a command of the platform with the settings of `.env`, if there is one: a fault that its user can mend is told in plain words, everything else with its stack; both end with 1. */
export async function run(command: () => Promise<void>): Promise<void> {
  const loaded = quickImports()
  try {
    // What is set already wins.
    if (existsSync('.env')) loadEnvFile('.env')
    await command()
  } catch (error) {
    console.error(explained(error))
    process.exit(1)
  } finally {
    loaded()
  }
}

/** A fault that whoever runs the command can mend; only its words are shown. */
export const told = (message: string): Error => Object.assign(new Error(message), { name: 'CommandError' })

type SystemError = NodeJS.ErrnoException & { port?: number; address?: string; hostname?: string }

/** What the machine refuses, in words that say what to do about it. */
function refused({ code, port, path, address, hostname, message }: SystemError): string | undefined {
  const place = path ? `${path} ` : ''
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=3001 npm start`
  if (code === 'EACCES' && port) return `Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`
  if (code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && hostname))
    return `HOST must be an address of this machine, for instance 127.0.0.1 or 0.0.0.0 (it is ${JSON.stringify(address ?? hostname)}).`
  if (code && ['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM'].includes(code))
    return `${place || 'The database '}may not be read or written by this user (${message}). Start as the user whom the files belong to.`
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
    return `The database file is damaged or is none (${message}). Put it back from a backup, or name another one in DATABASE_URL.`
  if (code === 'ENOSPC' || code === 'SQLITE_FULL')
    return `The disk is full (${message}). Make room and start again; nothing that was saved is lost.`
  return undefined
}

/** What a person at the terminal should read about an error. */
export function explained(error: unknown): string {
  const { name, message, code, stack } = error as NodeJS.ErrnoException
  if (name === 'EnvironmentError') return `The settings are not right:\n${message.replaceAll(/^/gm, '  ')}`
  const connection = /(?:cannot connect to \w+\.? Details: |ConnectionFailed\("?)([^"\n]+)/.exec(message ?? '')
  if (connection) return `The database does not answer: ${connection[1]}. DATABASE_URL says where it is.`
  if (message?.startsWith('DATABASE_URL')) return message
  if (name === 'CommandError' || code?.startsWith('ERR_PARSE_ARGS')) return message
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const words = refused(cause)
    if (words) return words
  }
  return stack ?? String(error)
}
