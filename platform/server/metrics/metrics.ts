import type { Payload } from 'payload'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Cache } from '../../cache/cache.ts'
import { backlogMetrics } from './backlog.ts'
import { routeLabels } from './route-label.ts'

/** What a process measures of itself. */
export type Metrics = {
  /** Counts a request that was answered. */
  count: (answered: { method: string; url: string; status: number; ms: number }) => void
  /** All figures as Prometheus reads them. */
  text: () => Promise<{ type: string; body: string }>
}

/** What is measured besides requests and the process itself. */
export type Measured = { payload: Payload; cache: Cache /** How many sockets are open. */; sockets: () => number }

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** A counter that is kept elsewhere and read when somebody asks. */
const counted = (register: Registry, name: string, help: string, read: () => number) =>
  new Counter({
    name,
    help,
    registers: [register],
    collect() {
      this.reset()
      this.inc(read())
    },
  })

const measured = (register: Registry, name: string, help: string, read: () => number) =>
  new Gauge({
    name,
    help,
    registers: [register],
    collect() {
      this.set(read())
    },
  })

function cacheMetrics(register: Registry, { figures }: Cache): void {
  counted(register, 'vior_cache_hits_total', 'Answers that were kept.', () => figures().hits)
  counted(register, 'vior_cache_misses_total', 'Answers that had to be made.', () => figures().misses)
  counted(register, 'vior_cache_shared_total', 'Answers that callers at the same time shared.', () => figures().shared)
  counted(register, 'vior_cache_outdated_total', 'Kept answers that a change made useless.', () => figures().outdated)
  counted(register, 'vior_cache_evicted_total', 'Kept answers that had to make room.', () => figures().evicted)
  measured(register, 'vior_cache_entries', 'Answers that are kept now.', () => figures().entries)
  measured(
    register,
    'vior_cache_trusted',
    'Whether what other processes write is known; while it is not, the cache is off.',
    () => figures().trusted,
  )
  measured(register, 'vior_cache_bytes', 'Memory that kept answers take.', () => figures().bytes)
}

/** Measures this process: the event loop, memory, requests by route, the outbox, the jobs, the cache, the sockets. */
export function measure({ payload, cache, sockets }: Measured): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  backlogMetrics(register, payload)
  cacheMetrics(register, cache)
  measured(register, 'vior_sockets', 'Sockets that are open.', sockets)
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by the pattern of their route.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [register],
  })
  const labelOf = routeLabels(payload.config)
  return {
    count: ({ method, url, status, ms }) => {
      const known = methods.has(method) ? method : 'other'
      durations.observe({ method: known, route: labelOf(known, url), status }, ms / 1000)
    },
    text: async () => ({ type: register.contentType, body: await register.metrics() }),
  }
}
