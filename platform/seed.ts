import type { Payload, PayloadRequest } from 'payload'
import { withRequest } from './transaction.ts'

/** How much sample data to make. */
export type SeedOptions = { /** Further generated products. */ products?: number }

/** One owner's sample data. Running it again changes nothing that is there. */
export type Seed = { name: string; run: (req: PayloadRequest, options: SeedOptions) => Promise<void> }

/** Plants the sample data of everything that the configuration holds, in order; answers the names of what ran. */
export async function plant(payload: Payload, options: SeedOptions, report: (name: string) => void = () => {}): Promise<void> {
  for (const seed of (payload.config.custom?.seeds ?? []) as Seed[]) {
    await withRequest(payload, `seed ${seed.name}`, (req) => seed.run(req, options))
    report(seed.name)
  }
}
