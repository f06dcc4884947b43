import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Platform, platform } from '../support/platform.ts'
import { zipped } from './zips.ts'

let site: Platform

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n',
)

const upload = (
  who: Parameters<Platform['as']>[0],
  name: string,
  bytes: Uint8Array,
  type = 'application/octet-stream',
  collection = 'files',
  data: object = {},
): Promise<Answer> => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name, { type }))
  form.set('_payload', JSON.stringify(data))
  return site.as(who).post(`/${collection}`, form)
}

const link = async (who: Parameters<Platform['as']>[0], id: string) =>
  (await site.as(who).post(`/files/${id}/link`, {})).body as { url: string; expiresAt: string }

const open = (url: string, who?: Parameters<Platform['as']>[0], headers: Record<string, string> = {}) =>
  fetch(url, { headers: { ...(who && { authorization: `JWT ${site.as(who).token}` }), ...headers } })

beforeAll(async () => {
  site = await platform()
})

describe('a private file', () => {
  let id: string

  beforeAll(async () => {
    const { status, body } = await upload('technician', 'Plan – Übersicht "1".pdf', pdf, 'application/pdf')
    expect(status).toBe(201)
    id = body.doc.id
  })

  test('opens by a link for whoever it was made for, as something to be saved', async () => {
    const { url, expiresAt } = await link('technician', id)
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(600_000)
    const answer = await open(url, 'technician')
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Plan _ _bersicht[\w .-]+\.pdf"; filename\*=UTF-8''Plan%20%E2%80%93%20%C3%9Cbersicht[\w%.-]+\.pdf$/,
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  })

  test('does not open for anybody else who has the link, nor for nobody', async () => {
    const { url } = await link('technician', id)
    expect((await open(url)).status).toBe(404)
    expect((await open(url, 'customer')).status).toBe(404)
    expect((await open(url, 'admin')).status).toBe(404)
  })

  test('opens by links that we made, not by others, and not for long', async () => {
    const { url } = await link('technician', id)
    const changed = (change: (parts: URL) => void) => {
      const parts = new URL(url)
      change(parts)
      return parts.href
    }
    const wrong = [
      changed(({ searchParams }) => searchParams.set('until', String(Number(searchParams.get('until')) + 60))),
      changed(({ searchParams }) => searchParams.set('until', '99999999999')),
      changed(({ searchParams }) => searchParams.set('signature', 'x'.repeat(32))),
      changed(({ searchParams }) => searchParams.delete('signature')),
      changed((parts) => {
        parts.search = ''
      }),
      url.replace(id, '01900000-0000-7000-8000-000000000000'),
    ]
    for (const each of wrong) expect((await open(each, 'technician')).status, each).toBe(404)
    site.clock.advance(601_000)
    expect((await open(url, 'technician')).status).toBe(404)
    site.clock.reset()
  })

  test('is listed, read, linked, changed and deleted by its owner alone', async () => {
    for (const who of ['customer', 'support', 'marketing'] as const) {
      expect((await site.as(who).get(`/files/${id}`)).status, who).toBe(404)
      expect((await site.as(who).get('/files')).body.totalDocs ?? 0, who).toBe(0)
      expect((await site.as(who).post(`/files/${id}/link`, {})).status, who).toBe(404)
      expect([403, 404]).toContain((await site.as(who).patch(`/files/${id}`, { filename: 'x.pdf' })).status)
      expect([403, 404]).toContain((await site.as(who).delete(`/files/${id}`)).status)
    }
    expect((await site.guest.get('/files')).status).toBe(403)
    expect((await site.guest.post(`/files/${id}/link`, {})).status).toBe(401)
    expect((await upload('customer', 'mine.pdf', pdf)).status).toBe(403)
    const { body } = await site.as('technician').get(`/files/${id}`)
    expect([body.url, body.thumbnailURL]).toEqual([null, null])
  })

  test('has no other way to its bytes', async () => {
    const { body } = await site.as('technician').get(`/files/${id}`)
    for (const way of [
      `/files/file/${encodeURIComponent(body.filename)}`,
      `/files/file/${id}`,
      `/media/file/${encodeURIComponent(body.filename)}`,
    ])
      expect((await site.as('technician').get(way)).status, way).toBe(404)
    expect((await site.as('technician').patch(`/files/${id}`, { owner: site.as('customer').user.id })).status).toBe(400)
  })

  test('comes in parts, so that a download can go on where it broke off', async () => {
    const { url } = await link('technician', id)
    const first = await open(url, 'technician', { range: 'bytes=0-9' })
    expect([first.status, first.headers.get('content-range'), await first.text()]).toEqual([
      206,
      `bytes 0-9/${pdf.length}`,
      pdf.subarray(0, 10).toString(),
    ])
    const etag = first.headers.get('etag') as string
    const rest = await open(url, 'technician', { range: 'bytes=10-', 'if-range': etag })
    expect([rest.status, await rest.text()]).toEqual([206, pdf.subarray(10).toString()])
    const changed = await open(url, 'technician', { range: 'bytes=10-', 'if-range': '"another"' })
    expect([changed.status, (await changed.arrayBuffer()).byteLength]).toEqual([200, pdf.length])
    const beyond = await open(url, 'technician', { range: `bytes=${pdf.length}-` })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${pdf.length}`])
    const head = await fetch(url, { method: 'HEAD', headers: { authorization: `JWT ${site.as('technician').token}` } })
    expect([head.status, head.headers.get('content-length'), head.headers.get('accept-ranges')]).toEqual([200, String(pdf.length), 'bytes'])
  })

  test('opens for whoever holds the secret that the link was made for', async () => {
    const { fileLink } = await import('../../platform/storage/signed.ts')
    const { hashSecret, newSecret } = await import('../../platform/secrets.ts')
    const secret = newSecret()
    const { url } = fileLink(id, { secretHash: hashSecret(secret) })
    expect((await open(url, undefined, { 'x-file-secret': secret })).status).toBe(200)
    expect((await open(url, undefined, { cookie: `file-secret=${secret}` })).status).toBe(200)
    expect((await open(url, undefined, { 'x-order-secret': secret })).status).toBe(200)
    expect((await open(url, undefined, { 'x-file-secret': newSecret() })).status).toBe(404)
    expect((await open(url, 'technician')).status).toBe(404)
    const { expiresAt } = fileLink(id, { user: 'x' }, 86_400)
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(600_000)
  })

  test('is gone with its bytes when it is deleted, and its old bytes when it gets others', async () => {
    const { body } = await upload('technician', 'Notes.txt', Buffer.from('first'))
    const form = new FormData()
    form.set('_payload', '{}')
    form.set('file', new File(['second'], 'Notes.txt'))
    const changed = await site.as('technician').patch(`/files/${body.doc.id}`, form)
    expect(changed.status).toBe(200)
    expect(changed.body.doc.sha256).not.toBe(body.doc.sha256)
    const { url } = await link('technician', body.doc.id)
    expect(await (await open(url, 'technician')).text()).toBe('second')
    const { storeOf } = await import('../../platform/storage/open.ts')
    const { fileKey } = await import('../../collections/files/key.ts')
    const stored = (doc: { id: string; sha256: string }) => storeOf(site.payload).stat(fileKey(doc) as string)
    await expect.poll(() => stored(body.doc)).toBeUndefined()
    expect((await site.as('technician').delete(`/files/${body.doc.id}`)).status).toBe(200)
    await expect.poll(() => stored(changed.body.doc)).toBeUndefined()
    expect((await open(url, 'technician')).status).toBe(404)
  })
})

describe('an upload', () => {
  const png = () =>
    sharp({ create: { width: 8, height: 8, channels: 3, background: '#123' } })
      .png()
      .toBuffer()

  test.each([
    ['a text', 'a.txt', () => Buffer.from('hello, wörld')],
    ['a table', 'a.csv', () => Buffer.from('a;b\n1;2\n')],
    ['a picture', 'a.png', png],
    ['an archive', 'a.zip', () => zipped([{ name: 'a.txt', data: Buffer.from('x') }])],
  ] as const)('of %s is taken, whatever the caller calls it', async (_, name, make) => {
    const { status, body } = await upload('agent', name, await make(), 'text/html')
    expect([status, body.doc?.owner?.id ?? body.doc?.owner]).toEqual([201, site.as('agent').user.id])
    expect(body.doc.mimeType).not.toBe('text/html')
  })

  test.each([
    ['a page as a text', 'a.html', () => Buffer.from('<script>alert(1)</script>'), 'KIND_REFUSED'],
    ['a drawing with scripts', 'a.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'KIND_REFUSED'],
    ['a program', 'a.exe', () => Buffer.from('MZ\u0090\u0000'), 'KIND_REFUSED'],
    ['a picture that says it is a document', 'a.pdf', png, 'KIND_REFUSED'],
    ['bytes that say they are a text', 'a.txt', () => Buffer.from([0, 1, 2, 3, 255]), 'KIND_REFUSED'],
    ['an archive that says it is a letter', 'a.docx', () => zipped([{ name: 'x', data: Buffer.from('x') }]), 'KIND_REFUSED'],
    ['a name without an end', 'README', () => Buffer.from('hello'), 'KIND_REFUSED'],
    ['nothing', 'a.txt', () => Buffer.alloc(0), 'EMPTY'],
    ['a bomb', 'a.zip', () => zipped([{ name: 'a', data: new Uint8Array(60_000_000) }]), 'ARCHIVE_TOO_LARGE'],
    ['a broken archive', 'a.zip', () => zipped([{ name: 'a', data: Buffer.from('x') }]).fill(7, 30, 34), 'ARCHIVE_UNREADABLE'],
  ] as const)('of %s is refused', async (_, name, make, code) => {
    const { status, body } = await upload('agent', name, await make())
    expect(status).toBe(400)
    expect(body.errors[0].data.code).toBe('VALIDATION')
    if (body.errors[0].data.errors[0].path === 'file') expect(body.errors[0].data.errors[0].code).toBe(code)
  })

  test('of more than 20 MB is refused', async () => {
    const { status, body } = await upload('agent', 'a.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))
    expect([status, body.errors[0].data.code]).toEqual([413, 'TOO_LARGE'])
  })
})

describe('a public picture', () => {
  const picture = (colour: string) =>
    sharp({ create: { width: 1600, height: 800, channels: 3, background: colour } })
      .png()
      .toBuffer()

  test('is kept in three sizes, each under an address that never means anything else', async () => {
    const { status, body } = await upload('designer', 'Sky.png', await picture('#38f'), 'image/png', 'media', { alt: 'Sky' })
    expect(status).toBe(201)
    const { url, sizes } = (await site.guest.get(`/media/${body.doc.id}`)).body
    for (const [address, type, width] of [
      [url, 'image/png', 1600],
      [sizes.thumb.url, 'image/webp', 320],
      [sizes.card.url, 'image/webp', 640],
      [sizes.full.url, 'image/webp', 1280],
    ] as const) {
      const answer = await fetch(address)
      expect([answer.status, answer.headers.get('content-type')], address).toEqual([200, type])
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect((await sharp(await answer.arrayBuffer()).metadata()).width).toBe(width)
      const again = await fetch(address, { headers: { 'if-none-match': answer.headers.get('etag') as string } })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    const plain = await fetch(url.split('?')[0])
    expect(plain.headers.get('cache-control')).toBe('public, max-age=86400')
  })

  test('loses its old files when it gets another, and all of them when it goes', async () => {
    const { body } = await upload('designer', 'Change.png', await picture('#f00'), 'image/png', 'media', { alt: 'Red' })
    const form = new FormData()
    form.set('_payload', '{}')
    form.set('file', new File([new Uint8Array(await picture('#0f0'))], 'Change.png', { type: 'image/png' }))
    const changed = await site.as('designer').patch(`/media/${body.doc.id}`, form)
    expect(changed.status).toBe(200)
    expect(changed.body.doc.url).not.toBe(body.doc.url)
    await expect.poll(async () => (await fetch(body.doc.sizes.card.url)).status).toBe(404)
    const { data } = await sharp(await (await fetch(changed.body.doc.sizes.thumb.url)).arrayBuffer())
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect((data[1] ?? 0) > 200 && (data[0] ?? 255) < 60).toBe(true)
    await site.as('designer').delete(`/media/${body.doc.id}`)
    for (const address of [changed.body.doc.url, changed.body.doc.sizes.thumb.url])
      await expect.poll(async () => (await fetch(address)).status).toBe(404)
  })

  test('is cropped from what is stored', async () => {
    const { body } = await upload('designer', 'Crop.png', await picture('#00f'), 'image/png', 'media', { alt: 'Blue' })
    const query =
      'uploadEdits[crop][x]=0&uploadEdits[crop][y]=0&uploadEdits[crop][width]=50&uploadEdits[crop][height]=50&uploadEdits[crop][unit]=%25&uploadEdits[widthInPixels]=800&uploadEdits[heightInPixels]=400'
    const cropped = await site.as('designer').patch(`/media/${body.doc.id}?${query}`, { alt: 'Half' })
    expect([cropped.status, cropped.body.doc.width, cropped.body.doc.height]).toEqual([200, 800, 400])
    expect((await sharp(await (await fetch(cropped.body.doc.url)).arrayBuffer()).metadata()).width).toBe(800)
  })

  test('is not there under any other name', async () => {
    for (const name of ['nope.png', '..%2Fsecret', '%2e%2e%2fsecret', '.hidden.png', 'platform.db', 'a.html'])
      expect([403, 404], name).toContain((await site.guest.get(`/media/file/${name}`)).status)
  })

  test.each([
    ['evil.html', 'evil.png'],
    ['evil.svg', 'evil.png'],
    ['without', 'without.png'],
    ['.png', 'file.png'],
    ['con.png', 'file-con.png'],
    ['../../a b?.PNG', 'a-b.PNG'],
    ['a\u202egnp.html.png', 'a-gnp-html.png'],
    ['__proto__', 'proto.png'],
    [`${'é'.repeat(200)}.png`, `${'é'.repeat(60)}.png`],
  ])('that is called %j is kept as %j, which is what it is', async (given, kept) => {
    const { status, body } = await upload('designer', given, await picture('#123'), 'image/svg+xml', 'media', { alt: given.slice(0, 20) })
    expect([status, body.doc?.filename, body.doc?.mimeType]).toEqual([201, kept, 'image/png'])
    expect((await fetch(body.doc.url)).headers.get('content-type')).toBe('image/png')
    await site.as('designer').delete(`/media/${body.doc.id}`)
  })

  test('does not say where it was taken, by whom and with what, and stands upright', async () => {
    const taken = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#38f' } })
      .withExif({ IFD0: { Artist: 'Asha' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 48/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const { body } = await upload('designer', 'Beach.jpg', taken, 'image/jpeg', 'media', { alt: 'Beach' })
    const shown = Buffer.from(await (await fetch(body.doc.url)).arrayBuffer())
    const { exif, orientation, width, height } = await sharp(shown).metadata()
    expect({ exif, orientation, width, height }).toEqual({ exif: undefined, orientation: undefined, width: 200, height: 400 })
    expect([body.doc.width, body.doc.height, body.doc.filesize]).toEqual([200, 400, shown.length])
  })

  test('that cannot be read is refused with the name of its field', async () => {
    const { status, body } = await upload('designer', 'half.png', (await picture('#123')).subarray(0, 40), 'image/png', 'media', {
      alt: 'x',
    })
    expect([status, body.errors[0].data.errors?.[0]?.path]).toEqual([400, 'file'])
  })

  test('may not be a drawing with scripts', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    expect((await upload('designer', 'a.svg', svg, 'image/svg+xml', 'media', { alt: 'x' })).status).toBe(400)
    const fine = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>')
    const { body } = await upload('designer', 'b.svg', fine, 'image/svg+xml', 'media', { alt: 'x' })
    const answer = await fetch(body.doc.url)
    expect([answer.headers.get('content-type'), answer.headers.get('content-security-policy')]).toEqual([
      'image/svg+xml',
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    ])
  })
})
