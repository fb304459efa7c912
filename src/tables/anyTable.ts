/**
 * What wardstick asks of an arquero table, so that it takes those of any arquero: the classes of two versions, or of
 * two copies of one, are not each other's.
 */
export interface AnyTable {
  numRows(): number
  columnNames(): string[]
  array(name: string): ArrayLike<unknown> & Iterable<unknown>
  objects(options?: { readonly limit?: number }): object[]
  select(names: string[]): { objects(): object[] }
  data(): Readonly<Record<string, unknown>>
  isFiltered(): boolean
  isOrdered(): boolean
}
