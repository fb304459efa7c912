import { requireText } from '../model/given.js'
import { type InputError, unknownName } from '../errors.js'
import { type DatasetName, type TableName, TABLES } from '../tables/declared/index.js'
import type { TableDeclaration } from '../tables/declare.js'

/** The built-in datasets and the names of their tables. */
export const DATASETS = Object.fromEntries(
  Object.entries(TABLES).map(([dataset, tables]) => [dataset, Object.keys(tables)]),
) as unknown as { readonly [Dataset in DatasetName]: readonly TableName<Dataset>[] }

/** A name as that of a built-in dataset. @throws InputError `bad-value` with the nearest name. */
export function requireDataset(name: string): DatasetName {
  requireText('name of a dataset', name)
  if (!Object.hasOwn(TABLES, name)) throw unknownName('dataset', name, Object.keys(TABLES))
  return name as DatasetName
}

/** The declaration of a built-in table. @throws InputError `bad-value` with the nearest name. */
export function requireTableOf(dataset: DatasetName, table: string): TableDeclaration {
  requireText('name of a table', table)
  const tables: Readonly<Record<string, TableDeclaration>> = TABLES[requireDataset(dataset)]
  const found = Object.hasOwn(tables, table) ? tables[table] : undefined
  if (found === undefined) throw unknownTable(dataset, table)
  return found
}

/** A table that a dataset does not have, as an error with the nearest name. */
function unknownTable(name: DatasetName, table: string): InputError {
  return unknownName(`table of the dataset ${name}`, table, DATASETS[name])
}
