/** A piece of HTML that may be put into a page as it is. */
export type Markup = { readonly markup: string }

type Part = Markup | string | number | false | null | undefined

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Makes a text safe as content or attribute of HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] as string)

const shown = (part: Part | readonly Part[]): string => {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(shown).join('')
  return escaped(String(part))
}

/** A template of HTML: what is put in is escaped, unless it is markup itself. */
export const html = (strings: TemplateStringsArray, ...parts: (Part | readonly Part[])[]): Markup => ({
  markup: strings.reduce((text, string, index) => text + shown(parts[index - 1]) + string),
})

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", nbsp: ' ' }

/** The text that HTML of our own shows: links keep their address, blocks become lines. */
export const textOf = (markup: string): string =>
  markup
    .replace(/<(head|style|script)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<a\b[^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, (_, address: string, label: string) =>
      label.trim() === address ? address : `${label.trim()}: ${address}`,
    )
    .replace(/\s+/g, ' ')
    .replace(/<(br|\/p|\/h\d|\/div|\/tr|\/li|\/table)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#39|[a-z]+);/g, (entity, name: string) => named[name] ?? entity)
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
