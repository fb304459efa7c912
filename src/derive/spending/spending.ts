import { type Council, existsOn } from '../../geography/council.js'
import { type CouncilRegister } from '../../geography/councilRegister.js'
import { type FinancialYear, firstDay } from '../../model/period.js'
import { OUTTURN_LINES, type OutturnLine } from '../../model/spending.js'
import type { Basis } from '../../model/value.js'
import {
  type AuthorityRow,
  type CouncilReturn,
  type DerivedOutturn,
  type OfficialTotal,
  type QualityEntry,
  QualityReport,
  type RowCounts,
} from '../../sources/index.js'
import type { Amounts, CouncilSpendingRow, SpendingTotalRow } from '../../tables/declared/spending.js'
import { lastingECode } from '../councils/councils.js'

/** The tables made from the returns of one basis, and what became of each file's rows. */
export interface SpendingTables<Line extends string> {
  readonly councils: readonly CouncilSpendingRow<Line>[]
  readonly totals: readonly SpendingTotalRow<Line>[]
  readonly quality: readonly QualityEntry[]
  readonly counts: readonly RowCounts[]
}

/** A return with the name of its file, and of its sheet in a workbook. */
export interface NamedReturn<Line extends string> {
  readonly file: string
  readonly sheet?: string | undefined
  readonly read: CouncilReturn<Line>
}

/** How far a sum may lie from the printed total before it is reported, in thousands of pounds. */
const ROUNDING = 0.5

/**
 * Turns returns into one row a council and year, and one row a total: the official ones, and class O (police, fire,
 * parks, waste and combined authorities, the GLA), which is not spent by councils and whose authorities are summed, not
 * listed.
 */
export function buildSpending<Line extends string>(
  returns: readonly NamedReturn<Line>[],
  lines: readonly Line[],
  basis: Basis,
  register: CouncilRegister,
): SpendingTables<Line> {
  const built = returns.map(({ file, sheet, read }) => {
    const councils = read.authorities.filter((row) => row.class !== 'O')
    const others = read.authorities.filter((row) => row.class === 'O')
    const totals = totalsOf(read, others, lines)
    const report = new QualityReport({ file, sheet })
    for (const row of councils) noteCodes(report, row, register)
    noteSums(report, councils, totals, lines)
    return {
      councils: councils.map((row) =>
        councilRow(register.get(lastingECode(row.eCode)), read.year, basis, row.certified, row.amounts),
      ),
      totals: totals.map(({ area, origin, amounts }) => ({
        financial_year: read.year,
        basis,
        area,
        origin,
        ...amounts,
      })),
      quality: [...read.quality, ...report.reported.quality],
      counts: {
        rowsIn: read.counts.rowsIn,
        rowsOut: councils.length,
        setAside: [
          { reason: 'authority of class O (no council), summed in the table of totals', rows: others.length },
          ...read.counts.setAside,
        ],
      },
    }
  })
  return {
    councils: sortRows(built.flatMap((each) => each.councils)),
    totals: built.flatMap((each) => each.totals),
    quality: built.flatMap((each) => each.quality),
    counts: built.map((each) => each.counts),
  }
}

/**
 * What is added to a name that a council of another class has too: `Newcastle` is a district of Staffordshire as well.
 */
const FORMS: Readonly<Record<string, string>> = { SC: ' County Council', MD: ' MBC' }

/**
 * Turns the re-derived outturn into rows of the years that no official edition covers.
 *
 * A line without an amount stays missing: the council's amount was negative, zero or not returned.
 */
export function buildDerivedOutturn(
  { amounts, quality, counts }: DerivedOutturn,
  years: readonly FinancialYear[],
  register: CouncilRegister,
  file: string,
): Omit<SpendingTables<OutturnLine>, 'totals'> {
  const wanted = amounts.filter((amount) => years.includes(amount.year))
  const ofCouncils = wanted.filter((amount) => amount.class !== 'O')
  const rows = new Map<
    string,
    { council: Council; year: FinancialYear; amounts: Partial<Record<OutturnLine, number>> }
  >()
  for (const { name, year, class: councilClass, line, amount } of ofCouncils) {
    const council = register.resolve(`${name}${FORMS[councilClass] ?? ''}`, firstDay(year))
    const key = `${council.e_code} ${year}`
    const row = rows.get(key) ?? { council, year, amounts: {} }
    row.amounts[line] = amount
    rows.set(key, row)
  }
  const absent = years.flatMap((year) =>
    register.councils
      .filter((council) => existsOn(council, firstDay(year)) && !rows.has(`${council.e_code} ${year}`))
      .map((council) => ({ council, year })),
  )
  const report = new QualityReport({ file })
  for (const { council, year } of absent)
    report.note('council-absent', 'no row: the file has no positive amount of it', {
      value: `${council.name} (${council.e_code}) ${year}`,
    })
  return {
    councils: sortRows(
      [...rows.values()].map(({ council, year, amounts: found }) => {
        const { children_social_care: children, adult_social_care: adults } = found
        const social =
          children === undefined || adults === undefined
            ? {}
            : { social_care: Math.round((children + adults) * 1000) / 1000 }
        return councilRow(council, year, 'derived-positive-only', null, { ...NO_AMOUNTS, ...found, ...social })
      }),
    ),
    quality: [...quality, ...report.reported.quality],
    counts: [
      {
        rowsIn: counts.rowsIn,
        rowsOut: ofCouncils.length,
        setAside: [
          { reason: 'year that an official edition covers', rows: amounts.length - wanted.length },
          { reason: 'authority of class O (no council)', rows: wanted.length - ofCouncils.length },
        ],
      },
    ],
  }
}

const NO_AMOUNTS = Object.fromEntries(OUTTURN_LINES.map((line) => [line, null])) as Amounts<OutturnLine>

function councilRow<Line extends string>(
  council: Council,
  year: FinancialYear,
  basis: Basis,
  certified: boolean | null,
  amounts: Amounts<Line>,
): CouncilSpendingRow<Line> {
  return {
    e_code: council.e_code,
    gss_code: council.gss_code,
    name: council.name,
    class: council.class,
    financial_year: year,
    basis,
    certified,
    ...amounts,
  }
}

function totalsOf<Line extends string>(
  read: CouncilReturn<Line>,
  others: readonly AuthorityRow<Line>[],
  lines: readonly Line[],
): (OfficialTotal<Line> & { readonly origin: 'official' | 'summed' })[] {
  const official = read.totals.map((total) => ({ ...total, origin: 'official' as const }))
  if (official.some(({ area }) => area === 'O')) return official
  return [...official, { area: 'O' as const, origin: 'summed' as const, amounts: sumAmounts(others, lines) }]
}

function sumAmounts<Line extends string>(
  rows: readonly AuthorityRow<Line>[],
  lines: readonly Line[],
): Record<Line, number | null> {
  const sums = lines.map((line): [Line, number | null] => {
    const amounts = rows.map((row) => row.amounts[line]).filter((amount) => amount !== null)
    return [
      line,
      amounts.length === 0 ? null : Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 1000) / 1000,
    ]
  })
  return Object.fromEntries(sums) as Record<Line, number | null>
}

/** Notes where the councils and class O of the tables do not sum to the printed ENGLAND row. */
function noteSums<Line extends string>(
  report: QualityReport,
  councils: readonly AuthorityRow<Line>[],
  totals: readonly OfficialTotal<Line>[],
  lines: readonly Line[],
): void {
  const [england, others] = (['ENGLAND', 'O'] as const).map((area) => totals.find((total) => total.area === area))
  if (england === undefined) {
    report.note('no-official-total', 'England is not totalled for this year')
    return
  }
  const sums = sumAmounts(councils, lines)
  for (const line of lines) {
    const difference =
      Math.round(((sums[line] ?? 0) + (others?.amounts[line] ?? 0) - (england.amounts[line] ?? 0)) * 1000) / 1000
    if (Math.abs(difference) > ROUNDING)
      report.note(
        'sum-differs-from-official-total',
        'both kept; the printed row may hold estimates for councils without a figure',
        { column: line, value: String(difference) },
      )
  }
}

/** Notes codes that changed later, and GSS codes that are not the council's. */
function noteCodes(
  report: QualityReport,
  { eCode, gssCode, name, row }: AuthorityRow<string>,
  register: CouncilRegister,
): void {
  const lasting = lastingECode(eCode)
  if (lasting !== eCode)
    report.note('e-code-changed-later', `booked under ${lasting}`, { row, column: 'E-code', value: eCode })
  if (gssCode !== null && register.withCode(gssCode)?.e_code !== lasting)
    report.note(
      'gss-code-of-no-council',
      `the register’s ${register.get(lasting).gss_code ?? 'none'} is used for ${name}`,
      { row, column: 'ONS Code', value: gssCode },
    )
}

function sortRows<Row extends CouncilSpendingRow<never>>(rows: readonly Row[]): Row[] {
  const key = (row: Row): string => `${row.e_code} ${row.financial_year}`
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
