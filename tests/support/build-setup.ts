import { build } from '../../platform/server/build.ts'

/** Builds what the browser is shown, if its sources changed. */
export const setup = (): Promise<void> => build()
