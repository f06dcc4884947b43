import type { Route } from '../routes.ts'
import type { Json } from './json.ts'

/** The address of a route as OpenAPI writes it. */
export const pathOf = ({ pattern }: Pick<Route, 'pattern'>): string => pattern.replaceAll(/:(\w+)/g, '{$1}')

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The name of an operation: unique, and the same as long as its address is. */
export const operationId = ({ method, pattern }: Pick<Route, 'method' | 'pattern'>): string =>
  method.toLowerCase() + pattern.split(/\W+/).slice(2).map(capital).join('')

/** The heading under which an operation is shown. */
export const tagOf = ({ owner, pattern }: Route): string => (pattern.startsWith('/api/v1/') ? 'v1' : owner.slug || 'platform')

/** A body of JSON. */
export const jsonBody = (schema: Json, { required = true, example }: { required?: boolean; example?: unknown } = {}): Json => ({
  required,
  content: { 'application/json': { schema, ...(example !== undefined && { example }) } },
})

/** A success. */
export const success = (status: number, description: string, schema: Json, example?: unknown): Record<string, Json> => ({
  [status]: { description, content: { 'application/json': { schema, ...(example !== undefined && { example }) } } },
})
