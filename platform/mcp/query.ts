const pairs = (path: string, value: unknown): [string, string][] => {
  if (Array.isArray(value)) return value.flatMap((each, at) => pairs(`${path}[${at}]`, each))
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, inner]) => pairs(`${path}[${name}]`, inner))
  return value === undefined ? [] : [[path, String(value)]]
}

/** Writes values into a query as the API reads them: `where[status][equals]=paid`. */
export const inQuery = (values: Record<string, unknown>): string =>
  new URLSearchParams(Object.entries(values).flatMap(([name, value]) => pairs(name, value))).toString()
