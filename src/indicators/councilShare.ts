import { requireRecord } from '../model/given.js'
import { withWholePredecessors } from '../geography/districtsOfCouncil.js'
import type { NoteId } from '../model/notes.js'
import type { FinancialYear } from '../model/period.js'
import { weakestStatus } from '../model/status.js'
import { type Unit, units } from '../model/unit.js'
import type { PanelWriter, Provenance, SeriesStep } from '../panel/block.js'
import type { FramePlace } from '../panel/frame.js'
import type {
  Indicator,
  IndicatorCoverage,
  IndicatorDocumentation,
  PanelInputs,
  PanelWriters,
  TableReference,
} from '../panel/indicator.js'
import { REGISTER_TABLES, registerOf, rowsIn } from './panelInputs.js'
import { isYear } from './panelRequest.js'

/** A part of what councils report, and the whole that it is a part of: pounds, nominal, of financial years. */
export interface CouncilShareDeclaration extends IndicatorDocumentation {
  readonly id: string
  readonly title: string
  readonly question: string
  readonly noun: Indicator['noun']
  readonly method: string
  readonly missingRule: string
  readonly source: string
  readonly coverage: IndicatorCoverage
  /** Tables of councils (`e_code`, `financial_year`), of England (`financial_year`) and of the breaks of the series. */
  readonly tables: {
    readonly councils: TableReference
    readonly england: TableReference
    readonly breaks: TableReference
  }
  /** The column of the part, and that of the whole. */
  readonly part: string
  readonly whole: string
  /** What the share is a share of, as its unit says it. */
  readonly wholeInWords: string
  /** Says of a row that its 0 was reported. */
  readonly isReportedZero: (row: ShareRow) => boolean
  /** Whether the county reports for its districts. */
  readonly byCounty: boolean
}

/** A row of a table of parts and wholes. */
export type ShareRow = Readonly<Record<string, number | string | null>>

/**
 * The indicators of a part of what councils report: the amount, and its share of the whole.
 *
 * A reported 0 is a figure, with the note `reported-zero`; a return without one is missing. A ward has the figure of
 * its council, as `inherited`.
 *
 * @param declared the part, the whole, and their tables.
 * @returns two indicators, `.../amount` and `.../share-of-expenditure`.
 * @example
 * import { indicators } from 'wardstick'
 * indicators({ family: 'councilShare' }).map(({ id }) => id)
 * // => ['voluntary-provision/amount', 'voluntary-provision/share-of-expenditure']
 */
export function councilShare(declared: CouncilShareDeclaration): Indicator[] {
  requireRecord('share of what councils report', declared, 'id, title, tables, part and whole')
  const measure = (inputs: PanelInputs, frame: Parameters<Indicator['measure']>[1], out: PanelWriters): void => {
    const find = rowFinder(declared, inputs)
    const steps = rowsIn<SeriesStep>(inputs, declared.tables.breaks).map(({ from, note }) => ({ from, note }))
    for (const [measureId, writer] of out)
      frame.places.forEach((place, row) => {
        writer.breaks(row, steps)
        frame.periods.forEach((period, column) => {
          if (isYear(period))
            writeShare(writer, writer.cell(row, column), { place, measureId, declared, row: find(place, period) })
        })
      })
  }
  const of = (measureId: string, title: string, unit: Unit, kind: Indicator['kind']): Indicator => ({
    ...declared,
    id: `${declared.id}/${measureId}`,
    family: 'councilShare',
    member: declared.id,
    measureId,
    title,
    unitIn: () => unit,
    kind,
    polarity: 'none',
    level: 'council',
    time: 'flow',
    interval: null,
    source: [declared.source],
    inputs: [...REGISTER_TABLES, declared.tables.councils, declared.tables.england, declared.tables.breaks],
    form: 'course',
    periodOf: (asked) => (isYear(asked) ? asked : null),
    measure,
  })
  return [
    of('amount', declared.title, units.pounds(), 'amount'),
    of(
      'share-of-expenditure',
      `${declared.title}, share of ${declared.wholeInWords}`,
      units.perCent(declared.wholeInWords),
      'share',
    ),
  ]
}

/** Finds what was reported for a place and a year; undefined where nothing was. */
type RowFinder = (place: FramePlace, year: FinancialYear) => ShareRow | undefined

function rowFinder(declared: CouncilShareDeclaration, inputs: PanelInputs): RowFinder {
  const register = registerOf(inputs)
  const councils = new Map(
    rowsIn<ShareRow>(inputs, declared.tables.councils).map((row) => [`${row['e_code']} ${row['financial_year']}`, row]),
  )
  const england = new Map(rowsIn<ShareRow>(inputs, declared.tables.england).map((row) => [row['financial_year'], row]))
  const rowsOf = new Map<string, readonly string[]>()
  return (place: FramePlace, year: FinancialYear): ShareRow | undefined => {
    if (place.isEngland) return england.get(year)
    const [eCode] = place.councils
    if (eCode === undefined || place.councils.length > 1) return undefined
    const { county_e_code } = register.get(eCode)
    const provider = declared.byCounty && county_e_code !== null ? county_e_code : eCode
    const codes = rowsOf.get(provider) ?? withWholePredecessors(provider, register)
    rowsOf.set(provider, codes)
    // The return of a year before a council took over one other whole is that council's.
    const rows = codes.map((code) => councils.get(`${code} ${year}`))
    return rows.find((row) => row !== undefined)
  }
}

interface Shared {
  readonly place: FramePlace
  readonly measureId: string
  readonly declared: CouncilShareDeclaration
  readonly row: ShareRow | undefined
}

function writeShare(writer: PanelWriter, cell: number, { place, measureId, declared, row }: Shared): void {
  const [part, whole] = [numberOf(row?.[declared.part]), numberOf(row?.[declared.whole])]
  const value =
    measureId === 'amount' ? part : part === null || whole === null || whole <= 0 ? null : (part / whole) * 100
  const zero = row !== undefined && !place.isEngland && declared.isReportedZero(row)
  const notes: readonly NoteId[] = zero ? ['reported-zero'] : part === null ? ['not-returned'] : []
  const status = value === null ? 'missing' : 'observed'
  const provenance: Provenance = place.inherits
    ? { status: weakestStatus([status, 'inherited']), owner: 'council', notes: [...notes, 'council-figure-for-ward'] }
    : { status, owner: place.place.kind, notes }
  writer.write(cell, value, { ...provenance, basis: 'outturn' })
}

const numberOf = (cell: number | string | null | undefined): number | null => (typeof cell === 'number' ? cell : null)
