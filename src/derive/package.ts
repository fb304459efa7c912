import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync, strToU8 } from 'fflate'
import { internal } from '../errors.js'
import type { Descriptor, DocumentDescriptor, ResourceDescriptor, SourceDescriptor } from '../model/descriptor.js'
import { sha256 } from '../sources/index.js'
import { fieldsOf, type TableDeclaration } from '../tables/declare.js'
import type { Cell } from '../tables/parse.js'
import { coverageOf } from './coverage.js'
import { toCsv } from '../tables/print.js'

/** A table to be written: its declaration and its rows. */
export interface BuiltTable {
  readonly declaration: TableDeclaration
  readonly rows: readonly Readonly<Record<string, Cell>>[]
}

/** A document that is no table, to be written as JSON: boundaries. */
export interface BuiltDocument {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly format: DocumentDescriptor['format']
  readonly content: object
}

/** A dataset to be written: a folder of `data/`. */
export interface BuiltDataset {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly licences: Descriptor['licenses']
  readonly sources: readonly SourceDescriptor[]
  readonly tables: readonly BuiltTable[]
  readonly documents?: readonly BuiltDocument[]
}

/** The licences under which the built tables may be used. */
export const LICENCES = {
  ogl3: {
    name: 'OGL-UK-3.0',
    title: 'Open Government Licence v3.0',
    path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  ccBy4: {
    name: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0 International',
    path: 'https://creativecommons.org/licenses/by/4.0/',
  },
} as const

/**
 * Writes a dataset as a Frictionless data package: one gzipped CSV a table, one gzipped JSON a document, and
 * `datapackage.json`.
 *
 * The same rows give the same bytes on every machine: rows are written in the order given, gzip carries no time.
 */
export async function writeDataset(folder: string, dataset: BuiltDataset): Promise<void> {
  const target = join(folder, dataset.name)
  await mkdir(target, { recursive: true })
  const resources = await Promise.all(dataset.tables.map((table) => writeTable(target, table)))
  const documents = await Promise.all((dataset.documents ?? []).map((document) => writeDocument(target, document)))
  const descriptor: Descriptor = {
    profile: 'tabular-data-package',
    name: dataset.name,
    title: dataset.title,
    description: dataset.description,
    licenses: dataset.licences,
    sources: [...dataset.sources],
    resources,
    ...(documents.length === 0 ? {} : { documents }),
  }
  await writeFile(join(target, 'datapackage.json'), `${JSON.stringify(descriptor, null, 2)}\n`)
}

async function writeTable(folder: string, { declaration, rows }: BuiltTable): Promise<ResourceDescriptor> {
  requireUniqueKeys(declaration, rows)
  const { name, title, description, primaryKey } = declaration
  const columns = Object.keys(declaration.columns)
  const bytes = strToU8(
    toCsv({ columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) }, { formulas: 'keep' }),
  )
  const path = `${name}.csv.gz`
  const { columns: ofColumns = {}, ...ofTable } = coverageOf(declaration, rows)
  const sizes = await writeGzip(join(folder, path), bytes)
  return {
    name,
    title,
    description,
    path,
    profile: 'tabular-data-resource',
    format: 'csv',
    encoding: 'utf-8',
    compression: 'gz',
    ...sizes,
    rows: rows.length,
    ...(Object.keys(ofTable).length === 0 ? {} : { coverage: ofTable }),
    schema: {
      fields: fieldsOf(declaration).map((field) => {
        const covered = ofColumns[field.name]
        return covered === undefined ? field : { ...field, coverage: covered }
      }),
      ...(primaryKey === undefined ? {} : { primaryKey: [...primaryKey] }),
      missingValues: [''],
    },
  }
}

async function writeDocument(
  folder: string,
  { name, title, description, format, content }: BuiltDocument,
): Promise<DocumentDescriptor> {
  const bytes = strToU8(JSON.stringify(content))
  const path = `${name}.${format}.gz`
  const sizes = await writeGzip(join(folder, path), bytes)
  return {
    name,
    title,
    description,
    path,
    format,
    encoding: 'utf-8',
    compression: 'gz',
    ...sizes,
  }
}

type Sizes = Pick<ResourceDescriptor, 'bytes' | 'hash' | 'unpacked'>

/** Writes a file packed; its descriptor says the size and the sha256 of the file, and those of what was packed. */
async function writeGzip(file: string, bytes: Uint8Array): Promise<Sizes> {
  const packed = gzipSync(bytes, { level: 9, mtime: 0 })
  await writeFile(file, packed)
  return { ...sizeOf(packed), unpacked: sizeOf(bytes) }
}

const sizeOf = (bytes: Uint8Array) => ({ bytes: bytes.length, hash: `sha256:${sha256(bytes)}` })

function requireUniqueKeys({ name, primaryKey }: TableDeclaration, rows: BuiltTable['rows']): void {
  if (primaryKey === undefined) return
  const seen = new Set<string>()
  for (const row of rows) {
    const parts = primaryKey.map((column) => row[column] ?? null)
    const key = JSON.stringify(parts)
    if (seen.has(key)) throw internal(`table ${name} would have two rows of key ${parts.join(' | ')}`)
    seen.add(key)
  }
}
