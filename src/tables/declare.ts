import type { FieldDescriptor } from '../model/descriptor.js'
import type { NoteId } from '../model/notes.js'
import type { FinancialYear } from '../model/period.js'
import type { Cell, ColumnType } from './parse.js'

/**
 * A column of a built table as it is declared: its type, unit and meaning, what a cell may be, and whether it may be
 * missing. `Value` is what a cell holds once it is read; a cell that may be missing is null then.
 */
export interface ColumnDeclaration<Value = unknown> {
  readonly type: ColumnType
  readonly unit?: string
  /** What the column means, as readers of the descriptor see it. */
  readonly description: string
  readonly constraints?: {
    readonly required?: true
    readonly enum?: readonly string[]
    readonly pattern?: string
  }
  /** What a cell holds: known to the types alone. */
  readonly holds?: Value
}

/** The columns of a table by name, in their order. */
export type ColumnDeclarations = Readonly<Record<string, ColumnDeclaration>>

/** A built table, declared once: its rows' type, descriptor, parser and JSON Schema follow from it. */
export interface TableDeclaration<
  Name extends string = string,
  Columns extends ColumnDeclarations = ColumnDeclarations,
> {
  readonly name: Name
  readonly title: string
  readonly description: string
  readonly columns: Columns
  /** The columns that no two rows have alike. */
  readonly primaryKey?: readonly string[]
  /** The column that says the period of a row, of which coverage tells. */
  readonly time?: string
  /** The columns that are keys of places, which coverage counts. */
  readonly places?: readonly string[]
}

/** What a cell of a declared column holds. */
export type ValueOf<Column> = Column extends ColumnDeclaration<infer Value> ? Value : never

/** A row of a declared table, every column by its type; a cell that may be missing is null then. */
export type RowOf<Table> = Table extends { readonly columns: infer Columns }
  ? { readonly [Column in keyof Columns]: ValueOf<Columns[Column]> }
  : never

/** What a declaration says by the names of its columns. */
interface NamedColumns<Name extends string> {
  readonly primaryKey?: readonly Name[]
  readonly time?: Name
  readonly places?: readonly Name[]
}

/** Declares a table; its types are taken from what is written. */
export function declareTable<Name extends string, Columns extends ColumnDeclarations>(
  table: TableDeclaration<Name, Columns> & NamedColumns<keyof Columns & string>,
): TableDeclaration<Name, Columns> {
  return table
}

/** A column of text. */
export const text = (description: string): ColumnDeclaration<string | null> => ({ type: 'string', description })

/** A column of a few texts. */
export const oneOf = <const Text extends string>(
  texts: readonly Text[],
  description: string,
): ColumnDeclaration<Text | null> => ({ type: 'string', description, constraints: { enum: texts } })

const FINANCIAL_YEAR = '\\d{4}-\\d{2}'

/** A column of financial years, `2009-10`. */
export const financialYears = (description: string): ColumnDeclaration<FinancialYear | null> => ({
  type: 'string',
  description,
  constraints: { pattern: FINANCIAL_YEAR },
})

/** Whether a column holds financial years. */
export const isFinancialYears = (column: ColumnDeclaration | undefined): boolean =>
  column?.constraints?.pattern === FINANCIAL_YEAR

/** A column of financial years that may lie before those of {@link FinancialYear}. */
export const anyFinancialYears = (description: string): ColumnDeclaration<string | null> => ({
  type: 'string',
  description,
  constraints: { pattern: '\\d{4}-\\d{2}' },
})

/** A column of days, `2010-03-31`. */
export const day = (description: string): ColumnDeclaration<string | null> => ({ type: 'date', description })

/** A column of yes and no. */
export const flag = (description: string): ColumnDeclaration<boolean | null> => ({ type: 'boolean', description })

/** A column of whole numbers. */
export const whole = (description: string, unit?: string): ColumnDeclaration<number | null> =>
  numeric('integer', description, unit)

/** A column of numbers. */
export const number = (description: string, unit?: string): ColumnDeclaration<number | null> =>
  numeric('number', description, unit)

const numeric = (type: ColumnType, description: string, unit?: string): ColumnDeclaration<number | null> =>
  unit === undefined ? { type, description } : { type, unit, description }

/** A column of notes, each an id of the closed list of notes. */
export const noteIds = (description: string): ColumnDeclaration<NoteId | null> => ({ type: 'string', description })

/** The same column without a missing cell. */
export const required = <Value extends Cell>({
  constraints,
  ...column
}: ColumnDeclaration<Value>): ColumnDeclaration<Exclude<Value, null>> => ({
  ...(column as ColumnDeclaration<Exclude<Value, null>>),
  constraints: { required: true, ...constraints },
})

/** Columns of one kind, by their names. */
export const columnsOf = <Name extends string, Value extends Cell>(
  names: readonly Name[],
  columnOf: (name: Name) => ColumnDeclaration<Value>,
): Readonly<Record<Name, ColumnDeclaration<Value>>> =>
  Object.fromEntries(names.map((name) => [name, columnOf(name)])) as Record<Name, ColumnDeclaration<Value>>

/** The columns of a table as its descriptor prints them and its parser reads them. */
export const fieldsOf = ({ columns }: TableDeclaration): FieldDescriptor[] =>
  Object.entries(columns).map(([name, { type, unit, description, constraints }]) => ({
    name,
    type,
    ...(unit === undefined ? {} : { unit }),
    description,
    ...(constraints === undefined ? {} : { constraints: fieldConstraints(constraints) }),
  }))

const fieldConstraints = ({
  enum: texts,
  ...others
}: NonNullable<ColumnDeclaration['constraints']>): NonNullable<FieldDescriptor['constraints']> =>
  texts === undefined ? others : { ...others, enum: [...texts] }

/** Tables by their names, in their order. */
export const tablesOf = <Tables extends readonly TableDeclaration[]>(
  ...tables: Tables
): { readonly [Table in Tables[number] as Table['name']]: Table } =>
  Object.fromEntries(tables.map((table) => [table.name, table])) as unknown as {
    readonly [Table in Tables[number] as Table['name']]: Table
  }
