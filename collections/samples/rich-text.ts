import type { Post } from '../../payload-types.ts'

type Node = Record<string, unknown>

const node = (type: string, more: Node = {}): Node => ({ type, version: 1, format: '', indent: 0, direction: 'ltr', ...more })

const text = (words: string, format = 0): Node => ({ type: 'text', version: 1, text: words, format, mode: 'normal', style: '', detail: 0 })

let links = 0

const link = (words: string, url: string): Node => {
  links += 1
  const id = `67400000000000000000${String(links).padStart(4, '0')}`
  return { ...node('link', { children: [text(words)] }), version: 3, id, fields: { linkType: 'custom', newTab: false, url } }
}

/** Words with `**weight**` and `[links](/path)`. */
const inline = (line: string): Node[] =>
  line
    .split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/)
    .filter(Boolean)
    .map((part) => {
      const [, strong] = /^\*\*(.+)\*\*$/.exec(part) ?? []
      if (strong) return text(strong, 1)
      const [, words, url] = /^\[(.+)\]\((.+)\)$/.exec(part) ?? []
      return words && url ? link(words, url) : text(part)
    })

const paragraph = (line: string) => node('paragraph', { textFormat: 0, textStyle: '', children: inline(line) })

const list = (lines: readonly string[], tag: 'ul' | 'ol') =>
  node('list', {
    listType: tag === 'ul' ? 'bullet' : 'number',
    tag,
    start: 1,
    children: lines.map((line, at) => node('listitem', { value: at + 1, children: inline(line) })),
  })

const note = (words: string, tone: string) => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: `67500000000000000000${String(words.length).padStart(4, '0')}`, blockType: 'note', blockName: '', tone, text: words },
})

/** A part of a text: a paragraph, or one of these. */
export type Part =
  | string
  | { h2: string }
  | { ul: readonly string[] }
  | { ol: readonly string[] }
  | { quote: string }
  | { note: string; tone?: string }

const made = (part: Part): Node => {
  if (typeof part === 'string') return paragraph(part)
  if ('h2' in part) return node('heading', { tag: 'h2', children: inline(part.h2) })
  if ('ul' in part) return list(part.ul, 'ul')
  if ('ol' in part) return list(part.ol, 'ol')
  if ('quote' in part) return node('quote', { children: inline(part.quote) })
  return note(part.note, part.tone ?? 'info')
}

/** A text as the editor would have written it. */
export const written = (parts: readonly Part[]): Post['body'] =>
  ({ root: node('root', { children: parts.map(made) }) }) as unknown as Post['body']
