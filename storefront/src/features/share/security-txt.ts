/** Whom to tell of a fault. */
type Contacts = { email?: string; phone?: string }

const day = 86_400_000

/** How long what it says is to be believed; whoever reads it later asks again. */
const believed = 180 * day

/** Where to write when somebody finds a fault in security, as RFC 9116 has it; undefined when nobody says how to reach them. */
export function securityTxt({ email, phone }: Contacts, publicUrl: string, languages: readonly string[], now: Date): string | undefined {
  const number = phone?.replace(/[^\d+]/g, '')
  const contacts = [...(email ? [`mailto:${encodeURI(email)}`] : []), ...(number ? [`tel:${number}`] : [])]
  if (contacts.length === 0) return undefined
  const expires = new Date(Math.ceil((now.getTime() + believed) / day) * day).toISOString()
  const lines = [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires.replace('.000', '')}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${publicUrl}/.well-known/security.txt`,
  ]
  return `${lines.join('\n')}\n`
}
