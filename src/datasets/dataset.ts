import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ColumnTable } from 'arquero'
import { badFile, unknownName } from '../errors.js'
import { type Descriptor, descriptorSchema } from '../model/descriptor.js'
import { parseTable } from '../tables/parse.js'
import { readBytes, readPacked } from './packed.js'
import { type DatasetName, type TableName, requireDataset, unknownTable } from './registry.js'
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
export async function loadDescriptor(
  name: DatasetName,
  { folder = BUILT_IN_DATA }: DataLocation = {},
): Promise<Descriptor> {
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
export interface TableLoading extends DataLocation {
  /** The columns wanted; all of them without it. Fewer columns are read faster. */
  readonly columns?: readonly string[] | undefined
}

/**
 * Loads a built-in table, every column by its declared type, missing cells as null.
 *
 * The bytes are checked against the sha256 of the descriptor before they are parsed.
 *
 * @param name the dataset.
 * @param table one of its tables.
 * @throws InputError `missing-dataset` or `altered-dataset`, naming the file; `bad-value` for a table that the dataset
 * does not have, or a column that the table does not have.
 * @example
 * import { loadTable } from 'wardstick/data'
 * const outturn = await loadTable('council-spending', 'outturn')
 * const nottingham = outturn.filter((row) => row.e_code === 'E3001' && row.financial_year === '2009-10')
 * nottingham.array('cultural_and_related')[0] // => 26179
 */
export async function loadTable<Name extends DatasetName>(
  name: Name,
  table: TableName<Name>,
  { folder = BUILT_IN_DATA, columns }: TableLoading = {},
): Promise<ColumnTable> {
  const descriptor = await loadDescriptor(name, { folder })
  const resource = descriptor.resources.find((each) => each.name === table)
  if (resource === undefined) throw unknownTable(name, table)
  const bytes = await readPacked(join(folder, name, resource.path), resource.hash)
  const { fields } = resource.schema
  const unknown = columns?.find((column) => !fields.some((field) => field.name === column))
  if (unknown !== undefined)
    throw unknownName(
      `column of the table ${table} of the dataset ${name}`,
      unknown,
      fields.map((field) => field.name),
    )
  return parseTable(
    bytes.toString('utf8'),
    columns === undefined ? fields : fields.filter((field) => columns.includes(field.name)),
    { file: `${name}/${resource.path}` },
  )
}

/** The rows of a built-in table, of the type that its descriptor gives them; see {@link loadTable}. */
export async function loadRows<Row extends object>(...at: Parameters<typeof loadTable>): Promise<readonly Row[]> {
  return (await loadTable(...at)).objects() as Row[]
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badFile(file, `not JSON (${(error as Error).message})`, 'Install wardstick again.')
  }
}
