import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql'

/** How much one GraphQL document may ask for. */
export const graphqlLimits = { tokens: 2_000, depth: 12, fields: 500, rootFields: 20 }

type Size = { depth: number; fields: number }

const sum = (parts: Size[]): Size => ({
  depth: Math.max(0, ...parts.map(({ depth }) => depth)),
  fields: parts.reduce((total, { fields }) => total + fields, 0),
})

/** Counts what a document asks for with all fragments written out, without writing them out: nested fragments double with every level. */
function measure(document: DocumentNode): { sizes: Size[]; rootFields: number } {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const known = new Map<string, Size>()

  const ofSelections = ({ selections }: SelectionSetNode): Size =>
    sum(
      selections.map((node) => {
        if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value)
        if (node.kind === Kind.INLINE_FRAGMENT) return ofSelections(node.selectionSet)
        // How deep introspection may go is limited by a rule of GraphQL's own.
        if (node.name.value.startsWith('__')) return { depth: 1, fields: 1 }
        const below = node.selectionSet ? ofSelections(node.selectionSet) : { depth: 0, fields: 0 }
        return { depth: below.depth + 1, fields: below.fields + 1 }
      }),
    )

  const ofFragment = (name: string): Size => {
    const seen = known.get(name)
    if (seen) return seen
    // A fragment that contains itself is measured as empty here and refused by validation.
    known.set(name, { depth: 0, fields: 0 })
    const fragment = fragments.get(name)
    const size = fragment ? ofSelections(fragment.selectionSet) : { depth: 0, fields: 0 }
    known.set(name, size)
    return size
  }

  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  return {
    sizes: [...operations.map(({ selectionSet }) => ofSelections(selectionSet)), ...[...fragments.keys()].map(ofFragment)],
    rootFields: Math.max(0, ...operations.map(({ selectionSet }) => selectionSet.selections.length)),
  }
}

/** Says what a document asks too much of; undefined when it is modest enough to be validated and run. */
export function excess(document: DocumentNode): string | undefined {
  const { sizes, rootFields } = measure(document)
  const depth = Math.max(0, ...sizes.map((size) => size.depth))
  const fields = Math.max(0, ...sizes.map((size) => size.fields))
  if (depth > graphqlLimits.depth) return `The query is nested more than ${graphqlLimits.depth} levels deep.`
  if (fields > graphqlLimits.fields) return `The query asks for more than ${graphqlLimits.fields} fields.`
  if (rootFields > graphqlLimits.rootFields) return `The query asks for more than ${graphqlLimits.rootFields} things at its top level.`
  return undefined
}
