import { badFile } from '../../errors.js'
import type { Field } from '../../tables/parse.js'
import { csvRecords } from '../csvTable.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'

/** A ward as a list prints it. */
export interface ListedWard {
  readonly ward_code: string
  readonly ward_name: string
  readonly district_code: string
  readonly district_name: string
  /** What the list says of each ward beside that, by the name of its column. */
  readonly more: Readonly<Record<string, string | null>>
}

/** The wards of a list by code, England only. */
export interface WardCodeList extends Reported {
  readonly wards: ReadonlyMap<string, ListedWard>
}

/** The columns of a list of wards, whose names carry its year. */
export interface WardCodeColumns {
  readonly code: string
  readonly name: string
  readonly districtCode: string
  readonly districtName: string
  readonly more?: readonly string[]
}

/** A ward that lay in two districts may stand in two rows: `Hunmanby & Sherburn (part Ryedale)`. */
const PART = / \(part [^()]+\)$/

/**
 * Reads a list of wards: one row a ward, or, in a look-up of small areas, several of one ward.
 *
 * @throws InputError `missing-column`, `bad-cell`, or `bad-file` when two rows of a ward name it differently.
 * @example
 * import { readWardCodeList } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('WD19CD,WD19NM,LAD19CD,LAD19NM\nE05012270,Aspley,E06000018,Nottingham\n')
 * const columns = { code: 'WD19CD', name: 'WD19NM', districtCode: 'LAD19CD', districtName: 'LAD19NM' }
 * readWardCodeList({ name: 'wards.csv', bytes }, columns).wards.get('E05012270')?.ward_name // => 'Aspley'
 */
export function readWardCodeList(file: SourceFile, columns: WardCodeColumns): WardCodeList {
  const names = [columns.code, columns.name, columns.districtCode, columns.districtName]
  const more = columns.more ?? []
  const fields: Field[] = [
    ...names.map((name): Field => ({ name, type: 'string', constraints: { required: true } })),
    ...more.map((name): Field => ({ name, type: 'string' })),
  ]
  const report = new QualityReport({ file: file.name })
  const wards = new Map<string, ListedWard>()
  const rowOf = new Map<string, number>()
  for (const { row, cells } of csvRecords<Record<string, string | null>>(file, fields)) {
    const [ward_code = '', printed = '', district_code = '', district_name = ''] = names.map(
      (name) => cells[name] ?? '',
    )
    const ward_name = printed.replace(PART, '')
    const before = wards.get(ward_code)
    if (!/^E05\d{6}$/.test(ward_code)) report.setAside('no ward of England')
    else if (before === undefined) {
      rowOf.set(ward_code, row)
      wards.set(ward_code, {
        ward_code,
        ward_name,
        district_code,
        district_name,
        more: Object.fromEntries(more.map((name) => [name, cells[name] ?? null])),
      })
      report.keep()
    } else if (before.ward_name === ward_name) {
      report.setAside('the same ward again')
      if (printed !== ward_name)
        report.note('ward-in-parts', 'kept once, under the name without the part', {
          column: columns.name,
          value: `${ward_code} ${printed}`,
        })
    } else
      throw badFile(
        file.name,
        `${ward_code} is '${before.ward_name}' in row ${rowOf.get(ward_code) ?? 0} and '${ward_name}' in row ${row}`,
        'A ward has one name.',
      )
  }
  return { wards, ...report.reported }
}
