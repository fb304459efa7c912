import type { AnyTable } from '../tables/anyTable.js'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { badFile, unknownName } from '../errors.js'
import { type Descriptor, descriptorSchema, type ResourceDescriptor } from '../model/descriptor.js'
import { fieldsOf, type TableDeclaration } from '../tables/declare.js'
import type { ColumnName, DatasetName, TableName, TableRow } from '../tables/declared/index.js'
import { type Field, parseTable } from '../tables/parse.js'
import type { TypedTable } from '../tables/typedTable.js'
import { readBytes, readPacked } from './packed.js'
import { requireDataset, requireTableOf } from './registry.js'
import { requireRecord, requireText } from '../model/given.js'

/** Where datasets are loaded from. */
export interface DataLocation {
  /** A folder of datasets, such as one made by `data:build`; by default the one that comes with wardstick. */
  readonly folder?: string | undefined
}

/** Refuses what is no location, such as a bare path. @throws InputError `bad-value`. */
export function requireLocation(given: unknown): void {
  requireRecord('where data are loaded from', given, "folder, such as { folder: './data' }")
}

/** The folder of the built-in data. */
export const BUILT_IN_DATA = fileURLToPath(new URL('../../data', import.meta.url))

/**
 * Loads the descriptor of a dataset: its tables and columns, units, sources with their licences, and row counts.
 *
 * @throws InputError `bad-value` for a name that no dataset has, with the nearest; `missing-dataset` when it is not
 * there, `bad-file` when it is no descriptor.
 * @example
 * import { loadDescriptor } from 'wardstick/data'
 * const { sources } = await loadDescriptor('deflators')
 * sources[0]?.edition // => 'December 2025'
 */
export async function loadDescriptor(name: DatasetName, location: DataLocation = {}): Promise<Descriptor> {
  requireLocation(location)
  const { folder = BUILT_IN_DATA } = location
  requireText('name of a dataset', name)
  const file = join(folder, requireDataset(name), 'datapackage.json')
  const parsed = descriptorSchema.safeParse(parseJson((await readBytes(file)).toString('utf8'), file))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw badFile(
    file,
    `not a descriptor of wardstick (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`,
    'Install wardstick again.',
  )
}

/** Where a table is and what is wanted of it. */
export interface TableLoading<Column extends string = string> extends DataLocation {
  /** The columns wanted; all of them without it. Fewer columns are read faster. */
  readonly columns?: readonly Column[] | undefined
}

/**
 * Loads a built-in table, every column by its declared type, missing cells as null. Its columns and rows are typed by
 * the two names; with `columns` it has these alone.
 *
 * The bytes are checked against the sha256 of the descriptor before they are parsed.
 *
 * @param name the dataset.
 * @param table one of its tables.
 * @throws InputError `missing-dataset` or `altered-dataset`, naming the file; `bad-value` for a dataset, table or
 * column that there is not, with the nearest name; `bad-file` where the data folder was built by another version of
 * wardstick.
 * @example
 * import { loadTable } from 'wardstick/data'
 * const outturn = await loadTable('council-spending', 'outturn')
 * const nottingham = outturn.filter((row) => row.e_code === 'E3001' && row.financial_year === '2009-10')
 * nottingham.array('cultural_and_related')[0] // => 26179
 */
export async function loadTable<
  Name extends DatasetName,
  Table extends TableName<Name>,
  Column extends ColumnName<Name, Table> = ColumnName<Name, Table>,
>(
  name: Name,
  table: Table,
  loading: TableLoading<Column> = {},
): Promise<TypedTable<Pick<TableRow<Name, Table>, Column>>> {
  requireLocation(loading)
  const { folder = BUILT_IN_DATA, columns } = loading
  const declaration = requireTableOf(name, table)
  const fields = columns === undefined ? fieldsOf(declaration) : someFields(declaration, columns, name)
  const resource = await resourceOf(name, declaration, folder)
  const bytes = await readPacked(join(folder, name, resource.path), resource.hash)
  const file = `${name}/${resource.path}`
  return parseTable(bytes.toString('utf8'), fields, { file }) as TypedTable<never>
}

/** What the descriptor of a folder says of a declared table. @throws InputError `bad-file`. */
async function resourceOf(
  name: DatasetName,
  declaration: TableDeclaration,
  folder: string,
): Promise<ResourceDescriptor> {
  const { resources } = await loadDescriptor(name, { folder })
  const resource = resources.find((each) => each.name === declaration.name)
  const found = new Set(resource?.schema.fields.map((field) => `${field.name} ${field.type}`))
  const missing = fieldsOf(declaration).find((field) => !found.has(`${field.name} ${field.type}`))
  if (resource !== undefined && missing === undefined) return resource
  throw badFile(
    join(folder, name, 'datapackage.json'),
    resource === undefined
      ? `has no table ${declaration.name}`
      : `its table ${declaration.name} has no column '${missing?.name ?? ''}' of type ${missing?.type ?? ''}`,
    'Build the folder with this version of wardstick, or install it again.',
  )
}

function someFields(declaration: TableDeclaration, columns: readonly string[], dataset: string): Field[] {
  const names = Object.keys(declaration.columns)
  const unknown = columns.find((column) => !names.includes(column))
  if (unknown !== undefined)
    throw unknownName(`column of the table ${declaration.name} of the dataset ${dataset}`, unknown, names)
  return fieldsOf(declaration).filter((field) => columns.includes(field.name))
}

/** The rows of a built-in table; see {@link loadTable}. */
export async function loadRows<
  Name extends DatasetName,
  Table extends TableName<Name>,
  Column extends ColumnName<Name, Table> = ColumnName<Name, Table>,
>(name: Name, table: Table, loading: TableLoading<Column> = {}): Promise<Pick<TableRow<Name, Table>, Column>[]> {
  return (await loadTable(name, table, loading)).objects()
}

/**
 * A built-in table by names that are known at run time alone; see {@link loadTable}.
 *
 * @throws InputError as `loadTable`; `bad-value` for a dataset, a table or a column that there is not.
 */
export async function loadNamedTable(
  dataset: string,
  table: string,
  { folder, columns }: DataLocation & { readonly columns?: readonly string[] | undefined } = {},
): Promise<AnyTable> {
  return loadTable(requireDataset(dataset), table as never, { folder, columns: columns as never })
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badFile(file, `not JSON (${(error as Error).message})`, 'Install wardstick again.')
  }
}
