import type { ListViewServerProps } from 'payload'
import { areasOf } from '../../keys/areas.ts'
import { NewKeyButton } from './NewKeyButton.tsx'

/** Above the list of API keys: makes a new one for the viewer. */
export function NewKey({ payload, searchParams, collectionConfig }: ListViewServerProps) {
  // A list in a drawer is there to choose from.
  if (!searchParams) return null
  const areas = Object.entries(areasOf(payload.config)).map(([name, { label }]) => ({ name, label }))
  return (
    <NewKeyButton
      action={`${payload.config.routes.api}/${collectionConfig.slug}`}
      areas={areas.toSorted((a, b) => a.label.localeCompare(b.label))}
    />
  )
}
