import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const runs = (file: string) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const find = (variable: string, names: string[]): string | undefined => {
  const named = process.env[variable]
  if (named) return runs(named) ? named : undefined
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(runs)
}

/** The MongoDB server of this machine: `MONGOD_BIN`, else the one on the PATH. */
export const mongodPath = (): string | undefined => find('MONGOD_BIN', ['mongod'])

/** The API fuzzer of this machine: `SCHEMATHESIS_BIN`, else the one on the PATH. */
export const schemathesisPath = (): string | undefined => find('SCHEMATHESIS_BIN', ['schemathesis'])

/** The Firefox of this machine: `FIREFOX_BIN`, else the one on the PATH. */
export const firefoxPath = (): string | undefined => find('FIREFOX_BIN', ['firefox-esr', 'firefox'])

/** The driver of WebKit on this machine: `WEBKIT_DRIVER_BIN`, else the one on the PATH. */
export const webkitPath = (): string | undefined => find('WEBKIT_DRIVER_BIN', ['WebKitWebDriver'])

/** A screen that nobody sees, which WebKit needs. */
export const screenPath = (): string | undefined => find('XVFB_BIN', ['Xvfb'])

/** Whether WebKit can be run here. */
export const hasWebkit = (): boolean => Boolean(webkitPath() && screenPath())

/** The Chromium of this machine: `CHROMIUM_BIN`, else the one on the PATH. */
export const chromiumPath = (): string | undefined =>
  find('CHROMIUM_BIN', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
