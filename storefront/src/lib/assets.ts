/** Points a page at a CDN for its styles and scripts, when there is one. */
export async function withAssetsFrom(assetUrl: string | undefined, page: Response): Promise<Response> {
  if (!assetUrl || !page.headers.get('content-type')?.startsWith('text/html')) return page
  const html = await page.text()
  return new Response(html.replaceAll('"/_astro/', `"${assetUrl}/_astro/`), page)
}
