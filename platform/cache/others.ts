import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { MongoClient } from 'mongodb'
import type { Payload } from 'payload'
import { type Change, followChanges } from '../database/change-stream.ts'
import { globalTag, relationsOf, secondsOf, tagsWritten } from './tags.ts'
import { versionsOf } from './versions.ts'

/** How old what is known of others' writes may be before nothing kept is served any more, in milliseconds. */
const freshness = 800

/** The tags of what stands in each collection of the database, of those that an answer may be kept of. */
function tagsOf(payload: Payload): Map<string, string[]> {
  const { collections, versions, globals } = payload.db as unknown as MongooseAdapter
  const tags = new Map<string, string[]>()
  const add = (name: string | undefined, tag: string) => {
    if (name && secondsOf(payload, tag) !== 0) tags.set(name, [...(tags.get(name) ?? []), tag])
  }
  for (const { slug } of payload.config.collections) {
    add(collections[slug]?.collection.name, slug)
    add(versions[slug]?.collection.name, slug)
  }
  for (const { slug } of payload.config.globals) {
    // They all stand in one.
    add(globals?.collection.name, globalTag(slug))
    add(versions[slug]?.collection.name, globalTag(slug))
  }
  return tags
}

/**
 * Lets the cache hear of what other processes write to the same MongoDB; while it cannot, nothing kept is served. SQLite has no other processes,
 * and looks at its file by itself.
 */
export function watchOthers(payload: Payload): { stop: () => Promise<void> } {
  const { connection } = payload.db as unknown as { connection?: MongooseAdapter['connection'] }
  if (!connection?.db) return { stop: async () => undefined }
  const versions = versionsOf(payload.db)
  const relations = relationsOf(payload.config)
  const tags = tagsOf(payload)

  const changed = (changes: Change[]) => {
    const written = new Set<string>()
    for (const { operationType, ns } of changes) {
      const known = tags.get(ns?.coll ?? '')
      // Whole collections were dropped or renamed.
      if (!['insert', 'update', 'replace', 'delete'].includes(operationType) || !known) return versions.bumpAll()
      const method = operationType === 'delete' ? 'deleteOne' : 'updateOne'
      for (const collection of known) for (const tag of tagsWritten(relations, method, { collection })) written.add(tag)
    }
    versions.bump(written)
  }

  let reported = false
  const following = followChanges(connection.getClient() as unknown as MongoClient, connection.db as never, {
    stages: [{ $match: { 'ns.coll': { $in: [...tags.keys(), null] } } }, { $project: { operationType: 1, 'ns.coll': 1 } }],
    opened: () => {
      versions.bumpAll()
      reported = false
    },
    changed,
    failed: (error) => {
      if (!reported) payload.logger.warn({ err: error }, 'What other processes write is not heard of: the read cache is off until it is.')
      reported = true
    },
  })
  const unwatch = versions.watchedBy(() => following.age() < freshness)
  return {
    stop: async () => {
      unwatch()
      await following.stop()
    },
  }
}
