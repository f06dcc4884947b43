/** A document as the API shows it, with ids for what it points at and all its languages. */
export type Row = Record<string, unknown> & { id?: string }

/** What both sides of a comparison sell, and who may change it. */
export type Catalogue = { account: { email: string; password: string } } & Record<(typeof kinds)[number], Row[]>

const kinds = ['media', 'categories', 'brands', 'products', 'variants'] as const

// Made by the platform, or kept elsewhere than in the document.
const left = new Set(['variants', 'stock', 'url', 'thumbnailURL'])

const plain = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([name]) => !left.has(name)))

/** Reads everything of a kind, by pages. */
async function all(url: string, kind: string, headers: Record<string, string>): Promise<Row[]> {
  const found: Row[] = []
  for (let page = 1; ; page++) {
    const answer = await fetch(`${url}/api/${kind}?depth=0&locale=all&sort=id&limit=500&page=${page}`, { headers })
    const { docs, hasNextPage } = (await answer.json()) as { docs: Row[]; hasNextPage: boolean }
    found.push(...docs.map(plain))
    if (!hasNextPage) return found
  }
}

/** Reads the whole catalogue of a running platform. */
export async function readCatalogue(url: string, account: Catalogue['account'], token: string): Promise<Catalogue> {
  const rows = { account } as Catalogue
  for (const kind of kinds) rows[kind] = await all(url, kind, { Authorization: `JWT ${token}` })
  return rows
}
