import { globSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SanitizedConfig } from 'payload'
import { localeCodes } from '../../locales.ts'
import { routeFor } from '../../routes.ts'

const pagesFolder = fileURLToPath(new URL('../../../storefront/src/pages', import.meta.url))

/** What is served in one piece. */
const areas: readonly (readonly [RegExp, string])[] = [
  [/^\/admin(\/|$)/, '/admin/*'],
  [/^\/_next\//, '/_next/*'],
  [/^\/_astro\//, '/_astro/*'],
  [/^\/sandbox\/./, '/sandbox/*'],
]

const own = new Set(['/health/live', '/health/ready', '/metrics'])

type Page = { pattern: string; matches: RegExp; variables: number }

const isVariable = (part: string) => part.includes('[')

function pageOf(file: string): Page {
  const parts = file
    .replace(/\.(astro|ts|js|md)$/, '')
    .split('/')
    .filter((part) => part !== '[...locale]' && part !== 'index')
  const matcher = parts.map((part) =>
    part.startsWith('[...') ? '(?:/.*)?' : isVariable(part) ? '/[^/]+' : `/${part.replaceAll(/[.*+?^${}()|\\]/g, '\\$&')}`,
  )
  return {
    pattern: `/${parts.map((part) => part.replaceAll(/\[(?:\.\.\.)?([^\]]+)\]/g, ':$1')).join('/')}`,
    matches: new RegExp(`^${matcher.join('') || '/'}/?$`),
    variables: parts.filter(isVariable).length + (file.includes('[...') && !file.startsWith('[...locale]') ? 100 : 0),
  }
}

/** The pages of the storefront; the one with the fewest variables answers first. */
const pages = (): Page[] =>
  globSync('**/*.{astro,ts,js,md}', { cwd: pagesFolder })
    .map((file) => pageOf(file.split(path.sep).join('/')))
    .toSorted((a, b) => a.variables - b.variables)

const withoutLocale = (pathname: string) => {
  const [, first = '', ...rest] = pathname.split('/')
  return (localeCodes as readonly string[]).includes(first) ? `/${rest.join('/')}` : pathname
}

/** Names the route of a request by its pattern, never by its path: there are few patterns, and no path tells whose it is. */
export function routeLabels(config: SanitizedConfig): (method: string, url: string) => string {
  const known = pages()
  return (method, url) => {
    const pathname = url.split('?', 1)[0] ?? ''
    if (own.has(pathname)) return pathname
    if (/^\/api(\/|$)/.test(pathname)) return routeFor(config, method, pathname)?.pattern ?? '/api/*'
    const area = areas.find(([matches]) => matches.test(pathname))
    if (area) return area[1]
    const page = withoutLocale(pathname)
    return known.find(({ matches }) => matches.test(page))?.pattern ?? 'other'
  }
}
