import { definePlugin } from 'payload'
import { openApiEndpoint } from '../openapi/endpoint.ts'
import { resourceEndpoints } from './endpoints.ts'
import { me } from './me.ts'
import { resourcesOf } from './resource.ts'

/** What integrators need: the description of the API, and its versioned face with the resources that plugins registered, under names that stay. Runs after the plugins that bring them. */
export const v1Plugin = definePlugin({
  slug: 'v1',
  order: 860,
  plugin: ({ config }) => {
    const endpointsOf = (slug: string) => config.collections?.find((collection) => collection.slug === slug)?.endpoints || []
    return {
      ...config,
      endpoints: [
        ...(config.endpoints ?? []),
        openApiEndpoint,
        me,
        ...resourcesOf(config).flatMap((resource) => resourceEndpoints(resource, endpointsOf)),
      ],
    }
  },
})
