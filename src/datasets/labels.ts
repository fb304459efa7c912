import { type DataLocation, loadDescriptor } from './dataset.js'
import { requireTableOf } from './registry.js'
import type { DatasetName, TableName } from '../tables/declared/index.js'

/** What stands beside a table where people read it. */
export interface TableLabels {
  readonly title: string
  /** Units by column. */
  readonly units: Readonly<Record<string, string>>
  /** Whose figures, from which files. */
  readonly source: string
}

/** Which columns are to be labelled. */
export interface LabelledColumns extends DataLocation {
  /** A table made from the built-in one: columns that it does not have get no unit. */
  readonly of?: { columnNames(): string[] }
}

/**
 * The title, units and source of a built-in table, for showing it or a table made from it.
 *
 * @param name the dataset.
 * @param table one of its tables.
 * @throws InputError `missing-dataset`, or `bad-value` for a table that the dataset does not have.
 * @example
 * import { tableLabels } from 'wardstick/data'
 * const { title, units } = await tableLabels('deflators', 'gdp-deflator')
 * title // => 'GDP deflator'
 * units['level'] // => 'index'
 */
export async function tableLabels<Name extends DatasetName>(
  name: Name,
  table: TableName<Name>,
  { of, ...location }: LabelledColumns = {},
): Promise<TableLabels> {
  const { title, columns: declared } = requireTableOf(name, table)
  const { sources } = await loadDescriptor(name, location)
  const columns = of?.columnNames()
  const units = Object.entries(declared).flatMap(([column, { unit }]) =>
    unit === undefined || columns?.includes(column) === false ? [] : [[column, unit] as const],
  )
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))].join('; ')
  return {
    title,
    units: Object.fromEntries(units),
    source:
      `${publishers}; ${sources.length} official ${sources.length === 1 ? 'file' : 'files'}, named in the ` +
      `descriptor of the dataset ${name}`,
  }
}
