import { z } from 'zod'
import type { Input } from './inputs.ts'

type Property = { type?: string; title?: string; minimum?: number; maximum?: number; maxLength?: number }

const inWords = (name: string) => {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a dialog asks for so that the answer fits a schema of numbers and texts; a `title` in the schema's meta is the label. */
export function inputsOf(schema: z.ZodType | undefined): Input[] {
  if (!schema) return []
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Property>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { title, type, minimum, maximum, maxLength }]) => ({
    name,
    label: title ?? inWords(name),
    kind: type === 'integer' || type === 'number' ? 'number' : 'text',
    required: required.includes(name),
    ...(minimum !== undefined && { min: minimum }),
    ...(maximum !== undefined && { max: maximum }),
    ...(maxLength !== undefined && { maxLength }),
  }))
}
