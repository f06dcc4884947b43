import { createLocalReq, type ListViewServerProps } from 'payload'
import { hasDraftsEnabled } from 'payload/shared'
import { columnsFor } from '../../exports/columns.ts'
import { mostPdfRows } from '../../exports/most-pdf-rows.ts'
import { ExportLinks } from './ExportLinks.tsx'

/** Above a list: takes it away as a file, with the columns, the filter, the search and the order that it has on the screen. */
export async function Export({ collectionConfig, locale, payload, searchParams, user }: ListViewServerProps) {
  // A list in a drawer is there to choose from.
  if (!searchParams || !user) return null
  const req = await createLocalReq({ user: user as never, locale: locale?.code }, payload)
  const columns = await columnsFor(req, collectionConfig)
  return (
    <ExportLinks
      action={`${payload.config.routes.api}/${collectionConfig.slug}/export`}
      drafts={hasDraftsEnabled(collectionConfig)}
      mostPdfRows={mostPdfRows}
      names={columns.map(({ name }) => name)}
    />
  )
}
