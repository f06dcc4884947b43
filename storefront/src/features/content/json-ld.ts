/** What search engines are told (schema.org), as text that may stand inside a script element. */
export const jsonLd = (described: Record<string, unknown>): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...described }).replaceAll('<', '\\u003c')

type House = { name: string; url: string; logo?: string; email?: string; phone?: string; address?: string }

/** Who runs the site. */
export const organization = ({ name, url, logo, email, phone, address }: House) => ({
  '@type': 'Organization',
  '@id': `${url}/#organization`,
  name,
  url,
  logo,
  email,
  telephone: phone,
  address,
})

/** The way from the start of the site to a page. */
export const breadcrumbs = (trail: readonly { name: string; url: string }[]) => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ name, url }, at) => ({ '@type': 'ListItem', position: at + 1, name, item: url })),
})

/** Questions with their answers, which are HTML. */
export const faqPage = (questions: readonly { question: string; answer: string }[]) => ({
  '@type': 'FAQPage',
  mainEntity: questions.map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer },
  })),
})

type Article = {
  title: string
  description?: string
  url: string
  image: string
  locale: string
  publishedAt?: string | null
  updatedAt: string
  authors: readonly { name: string; url: string }[]
  house: string
}

/** An article of the blog. */
export const article = ({ title, description, url, image, locale, publishedAt, updatedAt, authors, house }: Article) => ({
  '@type': 'BlogPosting',
  headline: title.slice(0, 110),
  description,
  url,
  mainEntityOfPage: url,
  image: [image],
  inLanguage: locale,
  datePublished: publishedAt ?? undefined,
  dateModified: updatedAt,
  author: authors.map(({ name, url: page }) => ({ '@type': 'Person', name, url: page })),
  publisher: { '@id': `${house}/#organization` },
})
