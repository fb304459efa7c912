import { badCell, badValue, duplicateKey } from '../errors.js'
import type { FieldDescriptor, ResourceDescriptor } from '../model/descriptor.js'
import { STATUS_MEANINGS, STATUSES } from '../model/status.js'
import type { Cell, Field } from './parse.js'
import { toCsv } from './print.js'
import { type TypedColumn, typedColumns } from './typedColumns.js'
import type { AnyTable } from './anyTable.js'
import { requireRecord } from '../model/given.js'

/** What is said of a column; what is left out is taken from its cells. */
export type Described = Field & Partial<Pick<FieldDescriptor, 'description' | 'unit'>>

/** What is said of a table that is handed on. */
export interface TableDescription {
  /** Small letters, digits, hyphens, points and underscores; the file of the table is `<name>.csv`. */
  readonly name: string
  readonly title: string
  readonly description?: string | undefined
  /** Columns of which the cells do not say everything; a descriptor's fields do. Each must be there. */
  readonly fields?: readonly Described[] | undefined
  readonly primaryKey?: readonly string[] | undefined
}

/** A Frictionless tabular data resource: the descriptor of one CSV file, `<name>.csv` beside it. */
export type TableDescriptor = Omit<ResourceDescriptor, 'compression' | 'hash' | 'unpacked'>

/** A table as text, and what the text cannot say of itself. */
export interface DescribedTable {
  readonly csv: string
  readonly descriptor: TableDescriptor
}

/**
 * A table as CSV with a Frictionless descriptor, by which R, pandas and others read the same types, units and missing
 * cells.
 *
 * Texts are written as they are, also those that a spreadsheet would run as a formula: programs read this file. A
 * missing cell is empty, and nothing else is: an empty text is refused. A column `status`, or `<measure>_status`, is
 * described with the meanings of {@link STATUSES}.
 *
 * @param table an arquero table.
 * @throws InputError `bad-cell`, `missing-column`, `duplicate-key`, or `bad-value` for a name that is none or a key
 * that is no column.
 * @example
 * import { table } from 'arquero'
 * import { tableWithDescriptor } from 'wardstick/tables'
 * const wards = table({ code: ['01', '02'], homes: [150.5, null], homes_status: ['reallocated', 'missing'] })
 * const { csv, descriptor } = tableWithDescriptor(wards, {
 *   name: 'homes',
 *   title: 'Homes by ward',
 *   fields: [{ name: 'homes', type: 'number', unit: 'homes' }],
 * })
 * csv // => 'code,homes,homes_status\n01,150.5,reallocated\n02,,missing\n'
 * descriptor.schema.fields[1] // => { name: 'homes', type: 'number', unit: 'homes', description: '' }
 * descriptor.schema.missingValues // => ['']
 */
export function tableWithDescriptor(table: AnyTable, given: TableDescription): DescribedTable {
  requireRecord('description of a table', given, 'name and title')
  const { name, title, description = '', fields = [], primaryKey } = given
  if (!/^[a-z0-9._-]+$/.test(name))
    throw badValue('name of the table', name, 'small letters, digits, hyphens, points and underscores')
  const file = `${name}.csv`
  const columns = typedColumns(table, { fields, file })
  const names = columns.map((column) => column.name)
  columns.forEach((column) => refuseEmptyTexts(column, file))
  if (primaryKey !== undefined) requireKey(columns, primaryKey, file)
  const rows = Array.from({ length: table.numRows() }, (_, row) => columns.map(({ cells }): Cell => cells[row] ?? null))
  const csv = toCsv({ columns: names, rows }, { formulas: 'keep' })
  return {
    csv,
    descriptor: {
      name,
      title,
      description,
      path: file,
      profile: 'tabular-data-resource',
      format: 'csv',
      encoding: 'utf-8',
      bytes: new TextEncoder().encode(csv).length,
      rows: rows.length,
      schema: {
        fields: columns.map((column) => fieldDescriptor(column, fields)),
        ...(primaryKey === undefined ? {} : { primaryKey: [...primaryKey] }),
        missingValues: [''],
      },
    },
  }
}

const HEADER_AND_FIRST = 2

function refuseEmptyTexts({ name, cells }: TypedColumn, file: string): void {
  const row = Array.from(cells).indexOf('')
  if (row >= 0)
    throw badCell(
      { file, row: row + HEADER_AND_FIRST, column: name },
      '',
      'texts of at least one character, and null for a missing one',
      'Set the cell to null: in a CSV file the two look the same.',
    )
}

/** A key of which a row has no part, or two rows have the same, is none. */
function requireKey(columns: readonly TypedColumn[], primaryKey: readonly string[], file: string): void {
  const parts = primaryKey.map((name) => {
    const column = columns.find((each) => each.name === name)
    if (column === undefined) throw badValue(`primaryKey of ${file}`, name, columns.map((each) => each.name).join(', '))
    return column
  })
  const rowOf = new Map<string, number>()
  for (let row = 0; row < (columns[0]?.cells.length ?? 0); row++) {
    const key = parts.map(({ name, cells }) => {
      const cell = cells[row] ?? null
      if (cell === null)
        throw badCell(
          { file, row: row + HEADER_AND_FIRST, column: name },
          '',
          'a value in every row: the column is of the primaryKey',
          'Fill the cell, or name another key.',
        )
      return cell
    })
    const text = JSON.stringify(key)
    const before = rowOf.get(text)
    if (before !== undefined)
      throw duplicateKey(file, key.join(' | '), [before + HEADER_AND_FIRST, row + HEADER_AND_FIRST])
    rowOf.set(text, row)
  }
}

function fieldDescriptor(column: TypedColumn, fields: readonly Described[]): FieldDescriptor {
  const { name, type } = column
  const { unit, description, constraints } = fields.find((field) => field.name === name) ?? {}
  const known = isStatus(column)
    ? { description: statusMeaning(name), constraints: { required: true, enum: [...STATUSES] } }
    : { description: '' }
  return {
    name,
    type,
    ...(unit === undefined ? {} : { unit }),
    ...known,
    ...(description === undefined ? {} : { description }),
    ...(constraints === undefined
      ? {}
      : { constraints: { ...constraints, enum: constraints.enum === undefined ? undefined : [...constraints.enum] } }),
  }
}

const isStatus = ({ name, cells }: TypedColumn): boolean =>
  (name === 'status' || name.endsWith('_status')) &&
  Array.from(cells).every((cell) => (STATUSES as readonly Cell[]).includes(cell))

const statusMeaning = (name: string): string => {
  const of = name === 'status' ? 'the row' : name.slice(0, -'_status'.length)
  return (
    `How the value of ${of} came to be known. ` +
    STATUSES.map((status) => `${status}: ${STATUS_MEANINGS[status]}`).join(' ')
  )
}
