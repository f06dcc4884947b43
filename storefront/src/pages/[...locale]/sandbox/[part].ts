import type { APIRoute } from 'astro'

/** The addresses that scripts use lead people to the page. */
export const GET: APIRoute = ({ params, url, locals, redirect, rewrite }) =>
  params.part === 'phone' || params.part === 'mail'
    ? redirect(locals.paths.sandbox(Object.fromEntries(url.searchParams)), 302)
    : rewrite('/404')
