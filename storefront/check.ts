/**
 * Checks the types of the storefront, its `.astro` files included: each is written as TSX beside the others, and the compiler reads them all.
 * `astro check` needs the programming interface of older compilers, which TypeScript 7 does not have.
 */
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ConvertToTsxResult, convertToTsx } from '@astrojs/astro2tsx'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(import.meta.dirname, '.astro/check')

type Written = { source: string } & Pick<ConvertToTsxResult, 'code' | 'mappings'>

const offsetOf = (text: string, line: number, column: number) =>
  text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, column - 1)

/** Where in the `.astro` file a place of the written one comes from. */
function origin({ source, code, mappings }: Written, line: number, column: number): string {
  const at = offsetOf(code, line, column)
  const mapped = mappings.findLast(([start, length]) => start <= at && at <= start + length)
  if (!mapped) return '1,1'
  const before = source.slice(0, mapped[2] + Math.min(at - mapped[0], mapped[3])).split('\n')
  return `${before.length},${(before.at(-1) ?? '').length + 1}`
}

rmSync(folder, { recursive: true, force: true })
const written = new Map<string, Written>()
const faults: string[] = []
for (const file of globSync('storefront/src/**/*.astro', { cwd: root })) {
  const source = readFileSync(path.join(root, file), 'utf8')
  const { code, mappings, diagnostics } = convertToTsx(source, { filename: file, ambientTypes: true })
  faults.push(...diagnostics.map(({ message }) => `${file}: ${message}`))
  const target = path.join(folder, `${file}.tsx`)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, code)
  written.set(path.relative(root, target), { source, code, mappings })
}
const config = {
  extends: '../../tsconfig.json',
  compilerOptions: { jsx: 'preserve', jsxImportSource: 'astro', rootDirs: ['.', '../../..'] },
  include: ['storefront', '../../src/**/*.ts', '../../*.ts', '../../../payload-types.ts', '../../../platform/client/*.ts'],
  exclude: [],
}
writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config))

const { stdout } = spawnSync(path.join(root, 'node_modules/.bin/tsc'), ['--noEmit', '--pretty', 'false', '-p', folder], {
  cwd: root,
  encoding: 'utf8',
})
let theirs = false
for (const line of stdout.split('\n').filter(Boolean)) {
  // What libraries have wrong in themselves is theirs to mend; further lines of a message are indented.
  if (!line.startsWith(' ')) theirs = line.startsWith('node_modules/')
  if (theirs) continue
  const [, file = '', row, column, rest] = /^(.+?)\((\d+),(\d+)\)(: .*)$/.exec(line) ?? []
  const known = written.get(file)
  faults.push(
    known
      ? `${path.relative('storefront/.astro/check', file).replace(/\.tsx$/, '')}(${origin(known, Number(row), Number(column))})${rest}`
      : line,
  )
}
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
