/** The first and the last period that a column or table has, and all of them where some between are missing. */
export interface PeriodsCovered {
  readonly from: string | number
  readonly to: string | number
  /** Every period, in order; left out where none between the first and the last is missing. */
  readonly periods?: readonly (string | number)[]
}

/** What the rows of a built table cover. */
export interface TableCoverage {
  /** The column that says the period of a row, and the periods that it has. */
  readonly time?: PeriodsCovered & { readonly column: string }
  /** How many places there are, by the column that is their key. */
  readonly places?: Readonly<Record<string, number>>
  /**
   * The periods of single columns: the first and the last day of a column of days; of any other column those with a
   * figure, where they are not those of the table.
   */
  readonly columns?: Readonly<Record<string, PeriodsCovered>>
}
