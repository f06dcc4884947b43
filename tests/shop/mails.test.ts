import { describe, expect, test } from 'vitest'
import { localeCodes } from '../../platform/locales.ts'
import { mails, sums, type Words } from '../../plugins/shop/mails.ts'

const placeholders = ({ subject, heading, paragraphs }: Words) =>
  [subject, heading, ...paragraphs].flatMap((text) => text.match(/\{\w+\}/g) ?? [])

describe.each(Object.entries(mails))('the mail “%s”', (_, words) => {
  test.each(localeCodes)('speaks %s in full, with the same facts as in English', (locale) => {
    const { subject, heading, paragraphs, action } = words[locale]
    for (const text of [subject, heading, action, ...paragraphs]) expect(text.trim()).not.toBe('')
    expect(placeholders(words[locale])).toEqual(placeholders(words.en))
    expect(Boolean(words[locale].footnote)).toBe(Boolean(words.en.footnote))
    if (locale !== 'en') expect(subject).not.toBe(words.en.subject)
  })
})

test('the sums are named in every language', () => {
  for (const locale of localeCodes) for (const name of Object.values(sums[locale])) expect(name.trim()).not.toBe('')
})
