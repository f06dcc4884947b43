import type { SanitizedConfig } from 'payload'
import { errorTables } from '../../openapi/errors.ts'

/** All error codes as a page of the documentation. */
export function errorsPage(config: SanitizedConfig): string {
  const rows = Object.entries(errorTables(config)).flatMap(([owner, table]) =>
    Object.entries(table).map(([code, [status, text]]) => `| \`${code}\` | ${status} | ${owner} | ${text} |`),
  )
  return `# Error codes\n\nGenerated from the code by \`npm run generate\`. Every failed answer is \`{ errors: [{ name, message, data: { code, errors? } }], requestId }\`; the code is what programs go by, the text may change.\n\n| code | status | owner | text |\n|---|---|---|---|\n${rows.sort().join('\n')}\n`
}
