import { beforeEach, describe, expect, test } from 'vitest'
import { inCall } from '../../platform/call.ts'
import { clock, now } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import { accountMails } from '../../platform/mail/account-mails.ts'
import { html, textOf } from '../../platform/mail/html.ts'
import { compose } from '../../platform/mail/letter.ts'
import { forgetBodies } from '../../platform/mail/retention.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'
import { startSmtpSimulator } from '../../platform/mail/smtp-simulator.ts'
import { mailing, smtpTransport } from '../../platform/mail/transport.ts'
import { deliverOutbox } from '../../platform/outbox/deliver.ts'
import { isLasting } from '../../platform/outbox/subscriber.ts'
import { inTransaction, withRequest } from '../../platform/transaction.ts'
import { kernel } from '../support/kernel.ts'

const { payload } = await kernel()
const { mailbox } = await mailing(payload)
if (!mailbox) throw new Error('In sandbox mode there is a simulated mailbox.')

beforeEach(async () => {
  clock.reset()
  for (const collection of ['outbox', 'mails', 'users'] as const) await payload.db.deleteMany({ collection, where: {} })
})

/** An address of its own for each test, so that they do not read each other's mail. */
const somebody = () => `asha+${newId()}@test.test`
const link = 'https://shop.test/reset-password?token=very-secret'
const mail = (to: string) => ({
  to,
  subject: 'Karibu – “Duka”',
  text: `Hello: ${link}`,
  html: `<p>Hello</p><a href="${link}&amp;x=1">Set</a>`,
  locale: 'sw',
})
const send = (to: string) => withRequest(payload, 'test', (req) => sendMail(req, mail(to)))
const row = async (to: string) =>
  (await payload.db.findOne({ collection: 'mails', where: { to: { equals: to } } })) as Record<string, unknown> | null

describe('a mail', () => {
  test('is sent after the commit, as it was written', async () => {
    const to = somebody()
    const { id } = await send(to)
    expect(mailbox.list(to)).toEqual([])
    expect(await row(to)).toMatchObject({ status: 'waiting', subject: 'Karibu – “Duka”' })

    await deliverOutbox(payload)
    const [arrived, ...more] = mailbox.list(to.toUpperCase())
    expect(more).toEqual([])
    expect(arrived).toMatchObject({
      to,
      subject: 'Karibu – “Duka”',
      from: 'platform@demo.test',
      text: expect.stringContaining(link),
      html: expect.stringContaining('<p>Hello</p>'),
      links: [`${link}&x=1`],
    })
    expect(arrived?.messageId).toContain(id)
    expect(arrived?.headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'content-language': 'sw' })
    expect(await row(to)).toMatchObject({ status: 'sent', sentAt: expect.any(String), messageId: arrived?.messageId, error: null })
  })

  test('is not sent when what caused it is rolled back', async () => {
    const to = somebody()
    const failing = withRequest(payload, 'test', (req) =>
      inTransaction(req, async () => {
        await sendMail(req, mail(to))
        throw new Error('No.')
      }),
    )
    await expect(failing).rejects.toThrow('No.')
    await deliverOutbox(payload)
    expect([await row(to), mailbox.list(to)]).toEqual([null, []])
  })

  test('keeps its links from whoever reads the database', async () => {
    const to = somebody()
    await send(to)
    const stored = JSON.stringify([await row(to), (await payload.db.find({ collection: 'outbox', where: {} })).docs])
    expect(stored).not.toContain('very-secret')
  })

  test('that the server cannot take now is tried again', async () => {
    const to = somebody()
    await send(to)
    mailbox.refuse({ code: 451 })
    await deliverOutbox(payload)
    expect(await row(to)).toMatchObject({ status: 'waiting', error: expect.stringContaining('451') })
    clock.advance(60_000)
    mailbox.refuse({ code: 452, at: 'message' })
    await deliverOutbox(payload)
    clock.advance(60_000)
    await deliverOutbox(payload)
    expect(mailbox.list(to)).toHaveLength(1)
    expect(await row(to)).toMatchObject({ status: 'sent', error: null })
  })

  test.each(['recipient', 'message'] as const)('that the server refuses for good (%s) is given up, and staff see why', async (at) => {
    const to = somebody()
    await send(to)
    mailbox.refuse({ code: 550, at })
    await deliverOutbox(payload)
    clock.advance(86_400_000)
    expect(await deliverOutbox(payload)).toEqual({ done: 0 })
    expect(mailbox.list(to)).toEqual([])
    expect(await row(to)).toMatchObject({ status: 'failed', error: expect.stringContaining('550') })
  })

  test('that went out before the process died is not sent again', async () => {
    const to = somebody()
    await send(to)
    await deliverOutbox(payload)
    await payload.db.updateMany({ collection: 'outbox', where: {}, data: { status: 'pending' } })
    clock.advance(5 * 60_000)
    expect(await deliverOutbox(payload)).toEqual({ done: 1 })
    expect(mailbox.list(to)).toHaveLength(1)
  })

  test('cannot add headers or read files, whatever its subject says', async () => {
    const to = somebody()
    await withRequest(payload, 'test', (req) => sendMail(req, { ...mail(to), subject: 'Hello\r\nBcc: thief@test.test' }))
    await deliverOutbox(payload)
    expect(mailbox.list(to)[0]?.headers).not.toHaveProperty('bcc')
    expect(mailbox.list('thief@test.test')).toEqual([])
  })

  test('loses its content after 30 days, not its record', async () => {
    const to = somebody()
    await send(to)
    await deliverOutbox(payload)
    expect(await forgetBodies(payload, { now })).toEqual({ done: 0 })
    clock.advance(31 * 86_400_000)
    expect(await forgetBodies(payload, { now })).toEqual({ done: 1 })
    expect(await forgetBodies(payload, { now })).toEqual({ done: 0 })
    expect(await row(to)).toMatchObject({ to, status: 'sent', body: null })
  })
})

describe('the way to the mail server', () => {
  const message = (id: string) => ({ id, from: 'shop@test.test', to: 'asha@test.test', subject: id, text: 'Hello', html: '' })

  test('tells what may be mended from what may not', async ({ onTestFinished }) => {
    const simulator = await startSmtpSimulator()
    const transport = smtpTransport(simulator.url)
    onTestFinished(() => transport.close())
    const outcome = () => transport.send(message('one')).then(() => 'sent', isLasting)
    for (const at of ['recipient', 'message'] as const) {
      simulator.refuse({ code: 421, at })
      expect(await outcome()).toBe(false)
      simulator.refuse({ code: 554, at })
      expect(await outcome()).toBe(true)
    }
    expect(await outcome()).toBe('sent')
    await simulator.stop()
    expect(await outcome()).toBe(false)
  })

  test('takes many at once, of which the mailbox keeps the last 500', async ({ onTestFinished }) => {
    const simulator = await startSmtpSimulator()
    const transport = smtpTransport(simulator.url)
    onTestFinished(async () => {
      transport.close()
      await simulator.stop()
    })
    await transport.send(message('first'))
    await Promise.all(Array.from({ length: 500 }, (_, index) => transport.send(message(String(index)))))
    expect(simulator.list()).toHaveLength(500)
    expect(simulator.list().map(({ subject }) => subject)).not.toContain('first')
  })
})

describe("Payload's own mails", () => {
  const signUp = (email: string) =>
    withRequest(payload, 'test', (req) =>
      payload.create({ collection: 'users', req, data: { email, password: 'a long password' } as never }),
    )

  test('belong to the transaction of their caller', async () => {
    const email = somebody()
    const failing = withRequest(payload, 'test', (req) =>
      inTransaction(req, async () => {
        await payload.create({ collection: 'users', req, data: { email, password: 'a long password' } as never })
        throw new Error('No.')
      }),
    )
    await expect(failing).rejects.toThrow('No.')
    expect(await row(email)).toBeNull()
    await signUp(email)
    await deliverOutbox(payload)
    expect(mailbox.list(email)).toHaveLength(1)
  })

  test('are refused, rather than waited for, when their transaction cannot be found', async () => {
    const email = somebody()
    await signUp(email)
    await expect(payload.forgotPassword({ collection: 'users', data: { email } as never })).rejects.toThrow('withRequest')
  })

  test('are written also when nobody holds a transaction', async () => {
    const to = somebody()
    await inCall({}, () => payload.sendEmail({ to, subject: 'Hello', html: '<p>Hello <b>you</b></p>' }))
    await payload.sendEmail({ to: [{ name: 'Asha', address: to }], subject: 'Again', text: 'Again' })
    await deliverOutbox(payload)
    expect(
      mailbox
        .list(to)
        .map(({ text }) => text.trim())
        .sort(),
    ).toEqual(['Again', 'Hello you'])
  })

  test('for a forgotten password carry a link that works', async () => {
    const email = somebody()
    await signUp(email)
    const token = await withRequest(payload, 'test', (req) =>
      payload.forgotPassword({ collection: 'users', req, data: { email } as never }),
    )
    await deliverOutbox(payload)
    expect(mailbox.list(email).filter((mail) => mail.html.includes(token))).toHaveLength(1)
  })
})

describe('the mails of an account', () => {
  test.each(['en', 'sw', 'sn', 'nd'])('speak the language of the person (%s) and lead to the site', async (locale) => {
    const user = { locale }
    for (const [mails, page] of [
      [accountMails.verify, 'verify-email'],
      [accountMails.forgotPassword, 'reset-password'],
    ] as const) {
      const markup = await withRequest(payload, 'test', (req) => mails.generateEmailHTML({ req, token: 'a/b', user }))
      expect(mails.generateEmailSubject({ user })).not.toBe('')
      expect(markup).toContain(`<html lang="${locale}">`)
      expect(markup).toContain(`${locale === 'en' ? '' : `/${locale}`}/${page}?token=a%2Fb"`)
      expect(textOf(markup)).toContain(`/${page}?token=a%2Fb`)
    }
  })

  test('fall back to English', () => {
    expect(accountMails.verify.generateEmailSubject({ user: { locale: 'xx' } })).toBe('Confirm your e-mail address')
    expect(accountMails.verify.generateEmailSubject()).toBe('Confirm your e-mail address')
  })
})

describe('a letter', () => {
  const brand = { name: 'Duka & Sons', accent: '#e07a1f', url: 'https://shop.test' }

  test('says the same as HTML and as text', () => {
    const letter = compose(
      {
        heading: 'Thank you',
        paragraphs: ['We have your order.'],
        rows: [['Total', 'TZS 15,000']],
        action: { label: 'Follow it', url: 'https://shop.test/orders/1?a=1&b=2' },
        footnote: 'Bye.',
      },
      brand,
    )
    for (const words of ['Thank you', 'We have your order.', 'TZS 15,000', 'Follow it', 'Bye.']) {
      expect(letter.html).toContain(words)
      expect(letter.text).toContain(words)
    }
    expect(letter.html).toContain('href="https://shop.test/orders/1?a=1&amp;b=2"')
    expect(letter.text).toContain('https://shop.test/orders/1?a=1&b=2')
    expect(letter.html).toContain('Duka &amp; Sons')
    expect(letter.html).not.toContain('undefined')
  })

  test('shows what people typed as text', () => {
    const { html: markup } = compose({ heading: '<script>alert(1)</script>', paragraphs: ['"><img src=x onerror=alert(1)>'] }, brand)
    expect(markup).not.toMatch(/<script|<img/)
    expect(html`<p title="${'"'}">${[html`<b>${1}</b>`, false, null, 'a<b']}</p>`.markup).toBe('<p title="&quot;"><b>1</b>a&lt;b</p>')
  })

  test('becomes text with its links and lines', () => {
    expect(
      textOf(
        '<head><title>x</title></head><h1>Hello</h1>\n<p>One&nbsp;&amp; <b>two</b><br>three</p><a href="https://a.test/?a=1&amp;b=2">Open</a>',
      ),
    ).toBe('Hello\nOne & two\nthree\nOpen: https://a.test/?a=1&b=2')
  })
})
