import type { ColumnTable } from 'arquero'

/** A cell of a column that is not known: arquero gives it the type `any`. */
type AnyCell = ReturnType<ColumnTable['get']>
type Options<Verb extends keyof ColumnTable> = ColumnTable[Verb] extends (
  first: never,
  options?: infer Given,
) => unknown
  ? Given
  : never

/** What a verb computes from the rows of a table: a function of a row, or a text or helper of arquero. */
export type RowExpression<Row> = ((row: Row, parameters: AnyCell) => unknown) | string | { toString(): string }
/** Columns that a verb makes, by their names. */
export type RowExpressions<Row> = Readonly<Record<string, RowExpression<Row>>>
type GroupKey<Row> = string | number | RowExpressions<Row> | ((table: ColumnTable) => string[])
type OrderKey<Row> = number | RowExpression<Row> | RowExpressions<Row>

/**
 * An arquero table whose columns are not known until it is read, or have been changed by a verb. Any column may be
 * asked for; its cells have no type.
 */
export interface LooseTable extends ColumnTable {
  object(row?: number): AnyCell
  objects(options?: Parameters<ColumnTable['objects']>[0]): AnyCell[]
  [Symbol.iterator](): Iterator<AnyCell>
  derive(values: RowExpressions<AnyCell>, options?: Options<'derive'>): this
  rollup(values?: RowExpressions<AnyCell>): this
  filter(criteria: RowExpression<AnyCell>): this
  groupby(...keys: (GroupKey<AnyCell> | GroupKey<AnyCell>[])[]): this
  orderby(...keys: (OrderKey<AnyCell> | OrderKey<AnyCell>[])[]): this
}

/**
 * An arquero table whose columns and rows have types: `array('closed_date')`, `objects()`, `get` and the functions
 * given to verbs know them. A verb that keeps the columns gives a table of the same type; after one that changes them,
 * such as `rollup` or `derive`, any column may be asked for.
 */
export interface TypedTable<Row extends object> extends ColumnTable {
  array<Name extends keyof Row & string>(name: Name): Row[Name][]
  get<Name extends keyof Row & string>(name: Name, row?: number): Row[Name]
  object(row?: number): Row
  objects(options?: Parameters<ColumnTable['objects']>[0]): Row[]
  [Symbol.iterator](): Iterator<Row>
  filter(criteria: RowExpression<Row>): this
  groupby(...keys: (GroupKey<Row> | GroupKey<Row>[])[]): this
  orderby(...keys: (OrderKey<Row> | OrderKey<Row>[])[]): this
  assign(...tables: Parameters<ColumnTable['assign']>): LooseTable & this
  count(options?: Parameters<ColumnTable['count']>[0]): LooseTable & this
  derive(values: RowExpressions<Row>, options?: Options<'derive'>): LooseTable & this
  rollup(values?: RowExpressions<Row>): LooseTable & this
  select(...columns: Parameters<ColumnTable['select']>): LooseTable & this
  rename(...columns: Parameters<ColumnTable['rename']>): LooseTable & this
  relocate(...given: Parameters<ColumnTable['relocate']>): LooseTable & this
  reduce(...given: Parameters<ColumnTable['reduce']>): LooseTable & this
  fold(...given: Parameters<ColumnTable['fold']>): LooseTable & this
  pivot(...given: Parameters<ColumnTable['pivot']>): LooseTable & this
  spread(...given: Parameters<ColumnTable['spread']>): LooseTable & this
  unroll(...given: Parameters<ColumnTable['unroll']>): LooseTable & this
  lookup(...given: Parameters<ColumnTable['lookup']>): LooseTable & this
  join(...given: Parameters<ColumnTable['join']>): LooseTable & this
  join_left(...given: Parameters<ColumnTable['join_left']>): LooseTable & this
  join_right(...given: Parameters<ColumnTable['join_right']>): LooseTable & this
  join_full(...given: Parameters<ColumnTable['join_full']>): LooseTable & this
  cross(...given: Parameters<ColumnTable['cross']>): LooseTable & this
}
