import type { Access, PayloadRequest, SanitizedConfig } from 'payload'
import { roleNames } from '../../roles.ts'

const operations = ['create', 'read', 'update', 'delete'] as const
const callers = [...roleNames, 'guest'] as const

const requestOf = (caller: (typeof callers)[number]) =>
  ({
    user: caller === 'guest' ? null : { id: 'somebody', collection: 'users', roles: [caller] },
    headers: new Headers({ 'x-order-secret': 's', 'x-cart-secret': 's' }),
    context: {},
  }) as unknown as PayloadRequest

const answer = async (access: Access | undefined, caller: (typeof callers)[number]) => {
  const given = access ? await access({ req: requestOf(caller), data: {} } as unknown as Parameters<Access>[0]) : false
  return given === true ? 'yes' : given === false ? '–' : 'some'
}

/** Which role may do what with which collection and global: `yes`, `some` (those that a condition selects, such as one's own), `–`. */
export async function accessMatrix(
  config: SanitizedConfig,
): Promise<{ name: string; operation: string; answers: Record<string, string> }[]> {
  const guarded = [
    ...config.collections
      .filter(({ slug }) => !slug.startsWith('payload-'))
      .map(({ slug, access }) => ({ name: slug, access: access as Record<string, Access>, operations: operations as readonly string[] })),
    ...config.globals.map(({ slug, access }) => ({ name: slug, access: access as Record<string, Access>, operations: ['read', 'update'] })),
  ]
  return Promise.all(
    guarded.flatMap(({ name, access, operations }) =>
      operations.map(async (operation) => ({
        name,
        operation,
        answers: Object.fromEntries(
          await Promise.all(callers.map(async (caller) => [caller, await answer(access[operation], caller)] as const)),
        ),
      })),
    ),
  )
}

/** The matrix as a page of the documentation: one table per collection, roles in columns. */
export async function accessPage(config: SanitizedConfig): Promise<string> {
  const rows = await accessMatrix(config)
  const names = [...new Set(rows.map(({ name }) => name))]
  const head = `| operation | ${callers.join(' | ')} |\n|---|${callers.map(() => '---').join('|')}|`
  const tables = names.map((name) => {
    const lines = rows
      .filter((row) => row.name === name)
      .map(({ operation, answers }) => `| ${operation} | ${callers.map((caller) => answers[caller]).join(' | ')} |`)
    return `## ${name}\n\n${head}\n${lines.join('\n')}`
  })
  return `# Who may do what\n\nGenerated from the configuration by \`npm run generate\`. \`some\`: only documents that a condition selects, such as one's own or published ones. \`guest\` carries the secret of an order or a cart.\n\n${tables.join('\n\n')}\n`
}
