import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, builds } from '../../platform/server/build.ts'

const lock = path.resolve(import.meta.dirname, '../../node_modules/.storefront-building')

const lives = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Whether it is this process's turn to build; whoever died while it was theirs is not waited for. */
function begins(): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    try {
      if (!lives(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true })
    } catch {
      // It was given back meanwhile.
    }
    return false
  }
}

/** Builds the storefront if its sources changed; of several files that ask at once, one builds and the others wait. */
export async function builtStorefront(): Promise<void> {
  while (!begins()) await new Promise((resolve) => setTimeout(resolve, 200))
  try {
    await build(
      () => undefined,
      builds.filter(({ name }) => name === 'storefront'),
    )
  } finally {
    rmSync(lock, { force: true })
  }
}
