import type { Seed } from '../../platform/seed.ts'

/** Sample goods. */
export const shopSeed: Seed = { name: 'shop', run: async () => {} }
