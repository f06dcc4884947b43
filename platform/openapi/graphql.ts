import type { Route } from '../routes.ts'
import { type Json, ref } from './json.ts'
import { jsonBody, operationId } from './operation.ts'

const query = { type: 'string', minLength: 1, description: 'The document.' }

const answer = {
  type: 'object',
  properties: { data: { type: ['object', 'null'] }, errors: { type: 'array', items: ref('schemas', 'GraphqlError') } },
}

/** How failures look in an answer of GraphQL. */
export const graphqlError: Json = {
  type: 'object',
  required: ['message', 'extensions'],
  properties: {
    message: { type: 'string' },
    path: { type: 'array', items: { type: ['string', 'integer'] } },
    locations: { type: 'array', items: { type: 'object' } },
    extensions: {
      type: 'object',
      required: ['code'],
      properties: { code: ref('schemas', 'ErrorCode'), status: { type: 'integer' }, requestId: { type: 'string' } },
    },
  },
}

const graphqlAnswer = (description: string) => ({ description, content: { 'application/json': { schema: answer } } })

/** The one address of GraphQL. */
export const graphqlOperation = (route: Route): Json => ({
  operationId: operationId(route),
  tags: ['graphql'],
  summary: route.method === 'GET' ? 'Ask in GraphQL' : 'Ask or change something in GraphQL',
  ...(route.method === 'GET'
    ? {
        parameters: [
          { name: 'query', in: 'query', required: true, schema: query },
          { name: 'variables', in: 'query', description: 'As JSON.', schema: { type: 'string' } },
          { name: 'operationName', in: 'query', schema: { type: 'string' } },
        ],
      }
    : {
        requestBody: jsonBody(
          {
            type: 'object',
            required: ['query'],
            properties: { query, variables: { type: ['object', 'null'] }, operationName: { type: ['string', 'null'] } },
          },
          { example: { query: '{ Products(limit: 3) { docs { title price } } }' } },
        ),
      }),
  responses: {
    200: graphqlAnswer('The answer; single fields may have failed.'),
    400: graphqlAnswer('The document cannot be run.'),
    default: graphqlAnswer('Any other failure.'),
  },
  security: [{}, { session: [] }, { token: [] }, { key: [] }],
})
