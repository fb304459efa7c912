import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { csvRows } from '../../src/tables/index.js'

const folderOf = (name: string): string => fileURLToPath(new URL(`../../../shared/reference/${name}/`, import.meta.url))

/** The files of a reference calculation by another implementation. */
export interface Reference {
  readonly json: (file: string) => unknown
  /** The rows of a table as texts by the names of its columns. */
  readonly records: (file: string) => Record<string, string>[]
  /** The rows of a table below its header, as numbers. */
  readonly numbers: (file: string) => number[][]
}

/** A group of tests against a reference calculation: skipped, and said to be skipped, where its files are not there. */
export function describeOnReference(name: string, folderName: string, tests: (reference: Reference) => void): void {
  const folder = folderOf(folderName)
  const text = (file: string): string => readFileSync(`${folder}${file}`, 'utf8')
  const reference: Reference = {
    json: (file) => JSON.parse(text(file)) as unknown,
    records: (file) => {
      const [header = [], ...rows] = csvRows(text(file), { file })
      return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])))
    },
    numbers: (file) =>
      csvRows(text(file), { file })
        .slice(1)
        .map((row) => row.map(Number)),
  }
  if (existsSync(folder))
    describe(name, () => {
      tests(reference)
    })
  else
    describe.skip(`${name} (skipped: the reference is not at ${folder})`, () => {
      tests(reference)
    })
}
