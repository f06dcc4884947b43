import type { Product } from '../../../payload-types.ts'

const node = (type: string, more: object) => ({ type, version: 1, format: '' as const, indent: 0, direction: 'ltr' as const, ...more })
const text = (words: string) => ({ type: 'text', version: 1, text: words, format: 0, mode: 'normal', style: '', detail: 0 })

/** A list of facts as the editor would have written it; what the product is in a sentence stands above it already. */
export const richText = (facts: readonly string[]): NonNullable<Product['description']> =>
  ({
    root: node('root', {
      children: [
        node('list', {
          listType: 'bullet',
          tag: 'ul',
          start: 1,
          children: facts.map((fact, index) => node('listitem', { value: index + 1, children: [text(fact)] })),
        }),
      ],
    }),
  }) as NonNullable<Product['description']>
