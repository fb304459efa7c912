import { internal } from '../errors.js'
import type { PeriodsCovered, TableCoverage } from '../model/coverage.js'
import { type ColumnDeclaration, isFinancialYears, type TableDeclaration } from '../tables/declare.js'
import type { Cell } from '../tables/parse.js'

type Rows = readonly Readonly<Record<string, Cell>>[]
type Period = string | number

/** What the rows of a table cover: the periods and places that its declaration names, and the periods of columns. */
export function coverageOf(declaration: TableDeclaration, rows: Rows): TableCoverage {
  const { time, places = [], columns } = declaration
  const whole = time === undefined ? undefined : periodsOf(rows, time, time, columns[time])
  const found = Object.entries(columns).flatMap(([name, column]): [string, PeriodsCovered][] => {
    const covered = columnCoverage(name, column, { rows, time, columns })
    return covered === undefined || equal(covered, whole) ? [] : [[name, covered]]
  })
  return {
    ...(time === undefined || whole === undefined ? {} : { time: { column: time, ...whole } }),
    ...(places.length === 0
      ? {}
      : { places: Object.fromEntries(places.map((place) => [place, distinct(rows, place).length])) }),
    ...(found.length === 0 ? {} : { columns: Object.fromEntries(found) }),
  }
}

interface Within extends Pick<TableDeclaration, 'columns'> {
  readonly rows: Rows
  readonly time: string | undefined
}

function columnCoverage(
  name: string,
  column: ColumnDeclaration,
  { rows, time, columns }: Within,
): PeriodsCovered | undefined {
  if (name === time) return undefined
  if (column.type === 'date') return periodsOf(rows, name, name, column)
  return time === undefined ? undefined : periodsOf(rows, name, time, columns[time])
}

/** The periods of the rows in which a column has a figure; undefined where none has. */
function periodsOf(
  rows: Rows,
  name: string,
  time: string,
  column: ColumnDeclaration | undefined,
): PeriodsCovered | undefined {
  const periods = distinct(
    rows.filter((row) => row[name] !== null),
    time,
  ).map(periodIn)
  periods.sort((a, b) => (a < b ? -1 : 1))
  const [from, to] = [periods[0], periods.at(-1)]
  if (from === undefined || to === undefined) return undefined
  return column?.type === 'date' || isUnbroken(periods, column) ? { from, to } : { from, to, periods }
}

const distinct = (rows: Rows, name: string): Cell[] => [
  ...new Set(rows.map((row) => row[name] ?? null).filter((cell) => cell !== null)),
]

function periodIn(cell: Cell): Period {
  if (typeof cell === 'string' || typeof cell === 'number') return cell
  throw internal(`${String(cell)} is no period`)
}

/** Whether no year is missing between the first and the last; of other periods it cannot be told. */
function isUnbroken(periods: readonly Period[], column: ColumnDeclaration | undefined): boolean {
  const years = periods.map((period) =>
    typeof period === 'number' ? period : isFinancialYears(column) ? Number(period.slice(0, 4)) : Number.NaN,
  )
  return years.every((year, i) => i === 0 || year - (years[i - 1] ?? 0) === 1)
}

const equal = (a: PeriodsCovered, b: PeriodsCovered | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)
