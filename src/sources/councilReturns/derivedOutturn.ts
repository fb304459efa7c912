import { badCell } from '../../errors.js'
import { type FinancialYear, financialYear } from '../../model/period.js'
import type { OutturnLine } from '../../model/spending.js'
import { csvRecords } from '../csvTable.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'
import type { AuthorityClass } from './returnTable.js'

/** The positive amounts of the derived file. */
export interface DerivedOutturn extends Reported {
  readonly amounts: readonly DerivedAmount[]
}

/** One positive amount of the derived file, in thousands of pounds. */
export interface DerivedAmount {
  readonly row: number
  readonly year: FinancialYear
  readonly class: AuthorityClass
  readonly name: string
  readonly line: OutturnLine
  readonly amount: number
}

const CLASSES: ReadonlyMap<string, AuthorityClass> = new Map([
  ['Unitary Authorities', 'UA'],
  ['Metropolitan Districts', 'MD'],
  ['London Boroughs', 'LB'],
  ['Shire Counties', 'SC'],
  ['Shire Districts', 'SD'],
  ['Other Authorities', 'O'],
])

const LINES: ReadonlyMap<string, OutturnLine> = new Map([
  ['Education', 'education'],
  ['Transport', 'highways_and_transport'],
  ["Children's Social Care", 'children_social_care'],
  ['Adult Social Care', 'adult_social_care'],
  ['Public Health', 'public_health'],
  ['Housing', 'housing'],
  ['Culture', 'cultural_and_related'],
  ['Environment', 'environmental_and_regulatory'],
  ['Planning', 'planning_and_development'],
  ['Police', 'police'],
  ['Fire & Rescue', 'fire_and_rescue'],
  ['Central Services', 'central'],
  ['Other Services', 'other'],
])

interface Row {
  fy_start: number
  class: string
  la_name: string
  service: string
  value_gbp: number
}

/**
 * Reads the outturn that somebody re-derived in long form and from which negative amounts were dropped.
 *
 * A service that a council has no row for was negative, zero or not returned: which of them is not known.
 *
 * @throws InputError `missing-column` or `bad-cell` (an unknown class or service).
 * @example
 * import { readDerivedOutturn } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode(
 *   'fy_start,class,la_name,service,value_gbp\n2018,Unitary Authorities,Nottingham,Culture,9480000\n',
 * )
 * readDerivedOutturn({ name: 'derived.csv', bytes }).amounts[0]?.amount // => 9480
 */
export function readDerivedOutturn(file: SourceFile): DerivedOutturn {
  const records = csvRecords<Row>(file, [
    { name: 'fy_start', type: 'integer', constraints: { required: true } },
    { name: 'class', type: 'string', constraints: { required: true } },
    { name: 'la_name', type: 'string', constraints: { required: true } },
    { name: 'service', type: 'string', constraints: { required: true } },
    { name: 'value_gbp', type: 'number', constraints: { required: true } },
  ])
  const amounts = records.map(({ row, cells }) => ({
    row,
    year: financialYear(cells.fy_start),
    class: known(CLASSES, cells.class, 'class', row),
    name: cells.la_name,
    line: known(LINES, cells.service, 'service', row),
    amount: cells.value_gbp / 1000,
  }))
  const report = new QualityReport({ file: file.name })
  report.keep(amounts.length)
  return { amounts, ...report.reported }

  function known<Meaning>(meanings: ReadonlyMap<string, Meaning>, text: string, column: string, row: number): Meaning {
    const meaning = meanings.get(text)
    if (meaning === undefined)
      throw badCell(
        { file: file.name, row, column },
        text,
        [...meanings.keys()].join(', '),
        'Add the name to the reader.',
      )
    return meaning
  }
}
