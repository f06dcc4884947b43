import { createServer } from 'node:http'
import express, { type RequestHandler } from 'express'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Area, securityHeaders } from '../../platform/server/headers.ts'

/** What a page of the area is sent with, and what its handler was told. */
async function answerOf(area: Area, publicUrl = 'http://localhost:3000', sent: Record<string, string> = {}, assetUrl?: string) {
  const echo: RequestHandler = (request, response) => void response.json(request.headers)
  const app = express().use(securityHeaders(area, { publicUrl, assetUrl }), echo)
  const server = createServer(app).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  const response = await fetch(`http://127.0.0.1:${port}`, { headers: { ...sent, connection: 'close' } })
  const policy = response.headers.get('content-security-policy') ?? ''
  return {
    headers: response.headers,
    told: (await response.json()) as Record<string, string>,
    scripts: /script-src ([^;]*)/.exec(policy)?.[1],
    policy,
  }
}

describe('security headers', () => {
  test('pages run no script that is written into them', async () => {
    const { scripts, headers, policy } = await answerOf('pages')
    expect(scripts).toBe("'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBe(null)
  })

  test('the admin runs the scripts that Next marks with a word of this one answer', async () => {
    const first = await answerOf('admin', undefined, { 'content-security-policy': "script-src 'nonce-evil'" })
    const second = await answerOf('admin')
    expect(first.scripts).toMatch(/^'self' 'nonce-[\w+/=]{24}'$/)
    expect(first.scripts).not.toBe(second.scripts)
    expect(first.told['content-security-policy']).toBe(`script-src ${first.scripts?.split(' ')[1]}`)
  })

  test('a CDN may give pages their files and the admin its pictures, and nothing else', async () => {
    const cdn = (area: Area) => answerOf(area, undefined, {}, 'https://cdn.example.com/shop').then(({ policy }) => policy)
    const pages = await cdn('pages')
    for (const name of ['script-src', 'style-src', 'img-src', 'font-src', 'connect-src'])
      expect(pages).toMatch(new RegExp(`${name} [^;]*https://cdn\\.example\\.com(;| )`))
    expect(pages).toMatch(/default-src 'self';.*object-src 'none'/)
    const admin = await cdn('admin')
    expect(admin.match(/https:\/\/cdn\.example\.com/g)).toHaveLength(1)
    expect(admin).toMatch(/img-src [^;]*https:\/\/cdn/)
    for (const area of ['api', 'docs'] as const) expect(await cdn(area)).not.toContain('cdn')
  })

  test('JSON may load nothing, and https promises to stay', async () => {
    const { policy, headers } = await answerOf('api', 'https://shop.example')
    expect(policy).toContain("default-src 'none'")
    expect(headers.get('strict-transport-security')).toContain('max-age=')
  })
})
