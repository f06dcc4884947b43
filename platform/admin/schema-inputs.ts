import { z } from 'zod'
import { inWords } from '../in-words.ts'
import type { Choices, Input } from './inputs.ts'

type Property = { type?: string; title?: string; minimum?: number; maximum?: number; maxLength?: number; 'x-choices'?: Choices }

const kindOf = ({ type, 'x-choices': choices }: Property): Input['kind'] => {
  if (choices) return 'choice'
  return type === 'integer' || type === 'number' ? 'number' : 'text'
}

/** What a dialog asks for so that the answer fits a schema of numbers and texts; a `title` in the schema's meta is the label. */
export function inputsOf(schema: z.ZodType | undefined): Input[] {
  if (!schema) return []
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Property>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => {
    const { title, minimum, maximum, maxLength, 'x-choices': choices } = property
    return {
      name,
      label: title ?? inWords(name),
      kind: kindOf(property),
      required: required.includes(name),
      ...(minimum !== undefined && { min: minimum }),
      ...(maximum !== undefined && { max: maximum }),
      ...(maxLength !== undefined && { maxLength }),
      ...(choices && { choices }),
    }
  })
}
