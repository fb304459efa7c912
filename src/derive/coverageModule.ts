import { coverageOf } from './coverage.js'
import type { BuiltDataset } from './package.js'

/** The text of the module that has the coverage of every table of which there is any. */
export function coverageModule(datasets: readonly Pick<BuiltDataset, 'name' | 'tables'>[]): string {
  const coverage = datasets.map(({ name, tables }) => [
    name,
    Object.fromEntries(
      tables
        .map(({ declaration, rows }) => [declaration.name, coverageOf(declaration, rows)] as const)
        .filter(([, covered]) => Object.keys(covered).length > 0),
    ),
  ])
  return (
    "import type { TableCoverage } from '../model/coverage.js'\n\n" +
    '/**\n * What the built-in tables cover, by dataset and table; written by `npm run data:build`, as in their ' +
    'descriptors.\n */\n' +
    `export const COVERAGE = ${literal(Object.fromEntries(coverage), '')} as const satisfies ` +
    'Readonly<Record<string, Readonly<Record<string, TableCoverage>>>>\n'
  )
}

const quoted = (text: string): string => `'${text}'`
const keyOf = (name: string): string => (/^[a-z]\w*$/i.test(name) ? name : quoted(name))

/** A literal as the formatter of this repository lays it out. */
function literal(value: unknown, indent: string, before = 0): string {
  const inner = `${indent}  `
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) {
    const items = value.map((item) => literal(item, inner))
    const line = `[${items.join(', ')}]`
    if (indent.length + before + line.length + 1 <= 120) return line
    return `[\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}]`
  }
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(
    ([name, each]) => `${inner}${keyOf(name)}: ${literal(each, inner, keyOf(name).length + 2)},\n`,
  )
  return `{\n${entries.join('')}${indent}}`
}
