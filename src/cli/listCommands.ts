import { DATASETS, type DatasetName, loadDescriptor } from '../datasets/index.js'
import { badValue } from '../errors.js'
import { existsOn } from '../geography/council.js'
import { districtsOfCouncil } from '../geography/districtsOfCouncil.js'
import { toText } from '../tables/print.js'
import type { Cell } from '../tables/parse.js'
import { isDay } from '../values/date.js'
import { councilSetOf } from './panelArguments.js'
import { loadRegisters } from './registers.js'
import { writeNumber } from '../values/rounding.js'

interface Listing {
  readonly json?: true
  readonly data?: string
}

/** Prints the councils of a set, as of a day: those of today without one. */
export async function listCouncilsCommand(
  asked: Listing & { readonly set?: string; readonly asOf?: string },
): Promise<void> {
  const { set, asOf } = asked
  const chosen = councilSetOf(set ?? 'all')
  if (asOf !== undefined && !isDay(asOf)) throw badValue('--as-of', asOf, 'a day such as 2010-03-31')
  const { councils: register } = await loadRegisters({ folder: asked.data })
  const { from, to } = register.covers
  if (asOf !== undefined && (asOf < from || asOf > to)) throw badValue('--as-of', asOf, `a day from ${from} to ${to}`)
  const councils = register.councils.filter(
    (council) =>
      (asOf === undefined ? council.end_date === null : existsOn(council, asOf)) &&
      (chosen === 'all' || chosen.has(council)),
  )
  const columns = ['gss_code', 'e_code', 'name', 'class', 'region', 'start_date', 'end_date'] as const
  list(councils, columns, 'councils', asked)
}

/** Prints the wards of 2013, of one council or of all. */
export async function listWardsCommand(asked: Listing & { readonly council?: string }): Promise<void> {
  const { councils, wards: register } = await loadRegisters({ folder: asked.data })
  const districts =
    asked.council === undefined ? null : districtsOfCouncil(councils.resolve(asked.council), councils, register.wards)
  const wards = register.wards.filter(({ district_code }) => districts === null || districts.has(district_code))
  const columns = ['ward_code', 'ward_name', 'district_code', 'district_name', 'county_name', 'region_name'] as const
  list(wards, columns, 'wards of 2013', asked)
}

/** Prints the built-in datasets and their tables. */
export async function listDatasetsCommand(asked: Listing): Promise<void> {
  const names = Object.keys(DATASETS) as DatasetName[]
  const descriptors = await Promise.all(names.map((name) => loadDescriptor(name, { folder: asked.data })))
  const tables = descriptors.flatMap(({ name, title, licenses, resources }) =>
    resources.map((table) => ({
      table: `${name}/${table.name}`,
      title: table.title,
      rows: table.rows,
      dataset: title,
      licence: licenses.map((licence) => licence.name).join(' '),
    })),
  )
  list(tables, ['table', 'title', 'rows', 'dataset', 'licence'], 'tables', asked)
}

/** Prints rows: as JSON whole, as text their columns. */
function list<Row extends object>(
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
  what: string,
  { json }: Listing,
): void {
  const cells = rows.map((row) => columns.map((column): Cell => row[column] as Cell))
  const right = columns.map((column) => rows.some((row) => typeof row[column] === 'number'))
  const text =
    json === true
      ? JSON.stringify(rows, null, 2)
      : `${toText({ columns, rows: cells }, { right })}\n\n${writeNumber(rows.length, 0)} ${what}`
  process.stdout.write(`${text}\n`)
}
