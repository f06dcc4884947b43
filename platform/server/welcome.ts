import { demoEmail, demoPassword } from '../../collections/seed.ts'
import type { Environment } from '../environment.ts'
import { roleNames, roles } from '../roles.ts'

const addresses = ({ publicUrl, mode }: Environment): [string, string][] => [
  ['Shop', publicUrl],
  ['Admin', `${publicUrl}/admin`],
  ['REST', `${publicUrl}/api`],
  ['GraphQL', `${publicUrl}/api/graphql`],
  ...(mode === 'sandbox' ? ([['Phone and mailbox', `${publicUrl}/sandbox`]] as [string, string][]) : []),
]

/** What the terminal shows once the platform is ready. */
export function welcome(environment: Environment, milliseconds: number): string {
  const { mode, seed, databaseUrl } = environment
  const lines = [
    '',
    `The platform is ready (${(milliseconds / 1000).toFixed(1)} s, ${mode} mode, ${databaseUrl.startsWith('mongodb') ? 'MongoDB' : 'SQLite'}).`,
    '',
    ...addresses(environment).map(([name, address]) => `  ${name.padEnd(18)} ${address}`),
  ]
  const demo = [
    '',
    `  Demo accounts, all with the password ${demoPassword}:`,
    ...roleNames
      .filter((role) => roles[role].staff || role === 'customer')
      .map((role) => `    ${demoEmail(role).padEnd(28)} ${roles[role].purpose}`),
  ]
  return [...lines, ...(mode === 'sandbox' && seed === 'demo' ? demo : []), ''].join('\n')
}
