'use client'

import { useDocumentInfo, useFormFields, useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

/** Up to how many characters are shown whole. */
const whole = { title: 60, description: 160 }

type Props = { sources: { title: string; description: string; address: string } }

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length).trimEnd()} …` : text)

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

const addressOf = (pattern: string, slug: string, locale: string) => {
  const path = pattern === '/{slug}' && slug === 'home' ? '/' : pattern.replace('{slug}', slug || '…')
  return locale === 'en' ? path : `/${locale}${path === '/' ? '' : path}`
}

const Count = ({ length, limit, name }: { length: number; limit: number; name: string }) => (
  <li data-tone={length === 0 || length > limit ? 'warning' : 'success'}>
    {name}: {length === 0 ? 'missing' : `${length} of ${limit} characters`}
    {length > limit && ' – too long to be shown whole'}
  </li>
)

/** What a search engine and a share card will show of the document, as it stands in the form. */
export function SeoPreview({ sources }: Props) {
  const { collectionSlug, id } = useDocumentInfo()
  const { code } = useLocale()
  const { title, description, slug } = useFormFields(([fields]) => {
    const text = (name: string) => textOf(fields[name]?.value)
    return {
      title: text('seo.title') || text(sources.title),
      description: text('seo.description') || text(sources.description),
      slug: text('slug'),
    }
  })
  const address = addressOf(sources.address, slug, code)
  const [host, setHost] = useState('')
  useEffect(() => setHost(window.location.host), [])
  const picture = id !== undefined && `/og/${collectionSlug}/${id}.png?locale=${code}`

  return (
    <section aria-label="Preview" className="field-type seo-preview">
      <div className="seo-preview__found">
        <p className="seo-preview__kind">In search results</p>
        <p className="seo-preview__address">
          {host}
          {address}
        </p>
        <p className="seo-preview__title">{cut(title, whole.title) || 'No title yet'}</p>
        <p>{cut(description, whole.description) || 'No description yet: search engines will pick a sentence of their own.'}</p>
      </div>
      <div className="seo-preview__card">
        <p className="seo-preview__kind">When shared, once saved</p>
        {/* The picture is made when it is asked for, also for drafts. */}
        {picture && <img alt="" height={157} loading="lazy" src={picture} width={300} />}
        <p className="seo-preview__address">{host}</p>
        <p className="seo-preview__title">{cut(title, whole.title) || 'No title yet'}</p>
      </div>
      <ul className="seo-preview__counts">
        <Count length={title.length} limit={whole.title} name="Title" />
        <Count length={description.length} limit={whole.description} name="Description" />
      </ul>
    </section>
  )
}
