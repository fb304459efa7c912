import { type Council, existsOn } from '../../geography/council.js'
import type { CouncilRegister } from '../../geography/councilRegister.js'
import { type FinancialYear, firstDay } from '../../model/period.js'
import type {
  ProvisionAmounts,
  VoluntaryProvisionRow,
  VoluntaryProvisionTotal,
} from '../../tables/declared/voluntaryProvision.js'
import {
  type ProvisionCells,
  type QualityEntry,
  QualityReport,
  type Section251Council,
  type Section251Return,
} from '../../sources/index.js'

/** A return with the name of its file. */
export interface NamedSection251 {
  readonly file: string
  readonly read: Section251Return
}

/** The tables of voluntary provision, and what was met in making them. */
export interface ProvisionTables {
  readonly provision: readonly VoluntaryProvisionRow[]
  readonly totals: readonly VoluntaryProvisionTotal[]
  readonly quality: readonly QualityEntry[]
}

const PROVIDERS = ['voluntary', 'private', 'own', 'otherPublic', 'public'] as const

/** Turns returns into one row a council and year, and one row a year for England. */
export function buildProvision(returns: readonly NamedSection251[], register: CouncilRegister): ProvisionTables {
  const built = returns.map(({ file, read }) => {
    const report = new QualityReport({ file })
    const inForm = linesWithVoluntary(read.councils)
    const rows = read.councils.map((council) =>
      rowOf({ ...council, details: council.details.filter((_, i) => inForm[i]) }, read.year, register, report),
    )
    noteAbsent(report, rows, read, register)
    return { rows, total: totalOf(read.year, rows), quality: [...read.quality, ...report.reported.quality] }
  })
  return {
    provision: built.flatMap(({ rows }) => rows).sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    totals: built.map(({ total }) => total),
    quality: built.flatMap(({ quality }) => quality),
  }
}

/** A council's row, from the details that have a column for voluntary provision. */
function rowOf(
  council: Section251Council,
  year: FinancialYear,
  register: CouncilRegister,
  report: QualityReport,
): VoluntaryProvisionRow {
  const { details } = council
  const { e_code, gss_code, name } = register.resolve(council.name, firstDay(year))
  const place = { e_code, gss_code, name, dfe_number: council.dfeNumber, financial_year: year, lines: details.length }
  if (council.total === null || council.total === 0) {
    report.note('nothing-returned', 'no figures: a return that is 0 or empty throughout is none', {
      row: council.row,
      value: `${name} (${e_code})`,
    })
    return {
      ...place,
      voluntary_return: 'none',
      voluntary: null,
      private: null,
      public: null,
      own: null,
      other_public: null,
      total_expenditure: null,
    }
  }
  const amounts = amountsOf(details, council.total)
  if (amounts.voluntary === null)
    report.note('no-voluntary-figure', 'kept as missing, not as 0: every cell is empty', {
      row: council.row,
      column: 'voluntary',
      value: `${name} (${e_code})`,
    })
  const printedZeros = details.every(({ voluntary }) => voluntary === 0)
  return {
    ...place,
    voluntary_return: amounts.voluntary === null ? 'none' : printedZeros ? 'reported_zero' : 'amount',
    ...amounts,
  }
}

/** Which details have a column for voluntary provision in the form: those in which any council prints it. */
function linesWithVoluntary(councils: readonly Section251Council[]): readonly boolean[] {
  const [first] = councils
  return (first?.details ?? []).map((_, i) => councils.some(({ details }) => (details[i]?.voluntary ?? null) !== null))
}

function amountsOf(details: readonly ProvisionCells[], total: number): ProvisionAmounts {
  const [voluntary, priv, own, otherPublic, together] = PROVIDERS.map((provider) =>
    sumOf(details.map((cells) => cells[provider])),
  ) as [Sum, Sum, Sum, Sum, Sum]
  return {
    voluntary,
    private: priv,
    public: together ?? sumOf([own, otherPublic]),
    own,
    other_public: otherPublic,
    total_expenditure: pence(total),
  }
}

type Sum = number | null

/** The sum of what is printed; null where nothing is, or where nothing but 0 is printed beside empty cells. */
function sumOf(cells: readonly (number | null)[]): Sum {
  const printed = cells.filter((cell) => cell !== null)
  const sum = pence(printed.reduce((all, cell) => all + cell, 0))
  return printed.length === 0 || (sum === 0 && printed.length < cells.length) ? null : sum
}

function noteAbsent(
  report: QualityReport,
  rows: readonly VoluntaryProvisionRow[],
  { year }: Section251Return,
  register: CouncilRegister,
): void {
  const there = new Set(rows.map(({ e_code }) => e_code))
  const runsChildrensServices = (council: Council): boolean =>
    council.class !== 'SD' && existsOn(council, firstDay(year))
  for (const { name, e_code } of register.councils.filter(
    (council) => runsChildrensServices(council) && !there.has(council.e_code),
  ))
    report.note('council-absent', 'no row', { value: `${name} (${e_code})` })
}

function totalOf(year: FinancialYear, rows: readonly VoluntaryProvisionRow[]): VoluntaryProvisionTotal {
  const returning = (what: VoluntaryProvisionRow['voluntary_return']): number =>
    rows.filter((row) => row.voluntary_return === what).length
  const sum = (column: keyof ProvisionAmounts, among = rows): number | null => {
    const printed = among.map((row) => row[column]).filter((amount) => amount !== null)
    return printed.length === 0 ? null : pence(printed.reduce((all, amount) => all + amount, 0))
  }
  return {
    financial_year: year,
    area: 'ENGLAND',
    origin: 'summed',
    councils_amount: returning('amount'),
    councils_reported_zero: returning('reported_zero'),
    councils_none: returning('none'),
    voluntary: sum('voluntary'),
    private: sum('private'),
    public: sum('public'),
    own: sum('own'),
    other_public: sum('other_public'),
    total_expenditure: sum('total_expenditure'),
    total_expenditure_where_returned:
      sum(
        'total_expenditure',
        rows.filter(({ voluntary }) => voluntary !== null),
      ) ?? 0,
  }
}

const pence = (pounds: number): number => Math.round(pounds * 100) / 100
const key = ({ e_code, financial_year }: VoluntaryProvisionRow): string => `${e_code} ${financial_year}`
