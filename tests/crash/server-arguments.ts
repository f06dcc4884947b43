import path from 'node:path'

/** The arguments with which Node runs a server to be killed or measured, loading it as `npm start` does. */
export const serverArguments: readonly string[] = [
  '--import',
  path.join(import.meta.dirname, '../support/quick-start.ts'),
  path.join(import.meta.dirname, 'server.ts'),
]
