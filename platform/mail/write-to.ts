import type { PayloadRequest } from 'payload'
import { filled, type Locale, localeOf } from '../locales.ts'
import { letter } from './letter.ts'
import { sendMail } from './send-mail.ts'

/** What a mail says in one language, with names in braces for what differs from mail to mail; `labels` name the rows of its table. */
export type Words = { subject: string; heading: string; paragraphs: readonly string[]; labels?: readonly string[]; action?: string }

type Particulars = {
  /** What stands for the names in braces. */
  values: Record<string, string>
  /** The values of the rows, in the order of their labels. */
  rows?: readonly string[]
  /** Where the one thing to do is done. */
  url?: string
}

/** Writes to a person in the language that they read. */
export async function writeTo(
  req: PayloadRequest,
  person: { email: string; locale?: string | null },
  words: Record<Locale, Words>,
  { values, rows = [], url }: Particulars,
): Promise<void> {
  const locale = localeOf(person)
  const { subject, heading, paragraphs, labels = [], action } = words[locale]
  const content = await letter(req, {
    heading: filled(heading, values),
    paragraphs: paragraphs.map((paragraph) => filled(paragraph, values)),
    rows: labels.map((label, index) => [label, rows[index] ?? ''] as const),
    ...(action && url && { action: { label: action, url } }),
    locale,
  })
  await sendMail(req, { to: person.email, subject: filled(subject, values), locale, ...content })
}
