import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { textBlocks } from '../../collections/blocks/text-blocks.ts'
import { written } from '../../collections/samples/rich-text.ts'
import { minutesToRead, plainText, richText } from '../../storefront/src/features/content/rich-text.ts'

const place = { locale: 'sw', publicUrl: 'https://site.test' } as const

const node = (type: string, more: object = {}) => ({ type, version: 1, format: '', indent: 0, direction: 'ltr', ...more })
const text = (words: string, format = 0) => node('text', { text: words, detail: 0, format, mode: 'normal', style: '' })
const whole = (...children: object[]) => ({ root: node('root', { children }) })
const link = (fields: object) => node('link', { fields: { newTab: false, ...fields }, children: [text('here')] })

const html = (...children: object[]) => richText(whole(...children), place)

describe('a rich text', () => {
  test('escapes what was written, wherever it stands', () => {
    const bad = '<img src=x onerror=alert(1)> " & \''
    for (const made of [
      html(node('paragraph', { children: [text(bad)] })),
      html(node('block', { fields: { blockType: 'note', tone: '"><script>', text: bad } })),
      html(node('block', { fields: { blockType: 'button', label: bad, href: `"><script>alert(1)</script>` } })),
      html(
        node('upload', {
          value: { url: 'https://site.test/api/media/file/a.webp', alt: bad, mimeType: 'image/webp', sizes: {} },
          fields: { caption: bad },
        }),
      ),
    ]) {
      expect(made).not.toMatch(/<img src=x|<script/)
      expect(made).toContain('&lt;')
    }
  })

  test.each([
    ['javascript:alert(1)', '#'],
    ['data:text/html,x', '#'],
    ['https://example.com/?a=1&b=2', 'https://example.com/?a=1&amp;b=2'],
    ['/contact', '/sw/contact'],
    ['//evil.example', '//evil.example'],
    ['mailto:hello@demo.test', 'mailto:hello@demo.test'],
  ])('leads from %s to %s', (url, href) => {
    expect(html(node('paragraph', { children: [link({ linkType: 'custom', url })] }))).toContain(`href="${href}"`)
  })

  test.each([
    ['pages', 'about', '/sw/about'],
    ['pages', 'home', '/sw'],
    ['posts', 'first', '/sw/blog/first'],
    ['products', 'lamp', '/sw/shop/lamp'],
    ['post-categories', 'advice', '/sw/blog/category/advice'],
    ['authors', 'asha', '/sw/blog/author/asha'],
  ])('leads to the page of a document of %s in the language of the reader', (relationTo, slug, href) => {
    expect(
      html(node('paragraph', { children: [link({ linkType: 'internal', doc: { relationTo, value: { id: '1', slug } } })] })),
    ).toContain(`href="${href}"`)
  })

  test('keeps the words of a link whose document this reader may not see', () => {
    for (const doc of [{ relationTo: 'posts', value: 'an-id-only' }, { relationTo: 'orders', value: { slug: 'x' } }, null])
      expect(html(node('paragraph', { children: [link({ linkType: 'internal', doc })] }))).toBe('<p>here</p>')
  })

  test('shows pictures at the size that is needed, without the host, with what stands below', () => {
    const size = (name: string, width: number) => ({ url: `https://site.test/api/media/file/${name}.webp`, width, height: width / 2 })
    const value = {
      url: 'https://site.test/api/media/file/a.png',
      alt: 'A stall',
      mimeType: 'image/png',
      width: 1600,
      height: 800,
      sizes: { thumb: size('t', 320), card: size('c', 640), full: size('f', 1280) },
    }
    const made = html(node('upload', { value, fields: { caption: 'Ours' } }))
    expect(made).toContain('srcset="/api/media/file/t.webp 320w, /api/media/file/c.webp 640w, /api/media/file/f.webp 1280w"')
    expect(made).toContain('alt="A stall" width="1600" height="800" loading="lazy"')
    expect(made).toContain('<figcaption>Ours</figcaption>')
    const saving = richText(whole(node('upload', { value })), { ...place, saver: { show: 'Show' } })
    expect(saving).toMatch(/^<figure><a href="\/api\/media\/file\/f.webp" data-picture .*<template><img /)
    expect(html(node('upload', { value: 'gone' }))).toBe('')
  })

  test('shows every block that editors can put into it', () => {
    const samples: Record<string, object> = { note: { tone: 'info', text: 'Mind the step' }, button: { label: 'Go on', href: '/shop' } }
    for (const { slug } of textBlocks) {
      const made = html(node('block', { fields: { blockType: slug, ...samples[slug] } }))
      expect(made, slug).toMatch(/Mind the step|Go on/)
      expect(made).not.toContain('unknown node')
    }
    expect(html(node('block', { fields: { blockType: 'gone' } }), node('strange'))).toBe('')
  })

  test('shows the sample texts with all that they hold', () => {
    const made = richText(
      written(['One **strong** word and [a way](/faq).', { h2: 'Two' }, { ul: ['a', 'b'] }, { ol: ['c'] }, { quote: 'Q' }, { note: 'N' }]),
      place,
    )
    for (const part of ['<strong>strong</strong>', 'href="/sw/faq"', '<h2>Two</h2>', '<ul', '<ol', '<blockquote>', 'class="notice"'])
      expect(made).toContain(part)
    expect(made).not.toContain('unknown')
  })
})

test('a text without its marks is what feeds and search engines get', () => {
  expect(plainText('<p>Fish &amp; <b>chips</b></p><p>&lt;now&gt;</p>')).toBe('Fish & chips <now>')
  expect([minutesToRead('<p>short</p>'), minutesToRead(`<p>${'word '.repeat(1000)}</p>`)]).toEqual([1, 5])
})

test('every block of a page has a component that shows it', async () => {
  const { icons, pageBlocks } = await import('../../collections/blocks/page-blocks.ts')
  const { shopBlocks } = await import('../../plugins/shop/blocks.ts')
  const source = readFileSync('storefront/src/features/content/Blocks.astro', 'utf8')
  for (const { slug } of [...pageBlocks, ...shopBlocks]) expect(source, slug).toMatch(new RegExp(`\\b${slug}: |'${slug}'`))
  const drawn = readFileSync('storefront/src/features/content/blocks/icons.ts', 'utf8')
  for (const icon of icons) expect(drawn, icon).toContain(`icons/${icon}'`)
})
