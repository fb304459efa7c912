import { badCell, badFile } from '../../errors.js'
import { POOL_KINDS, type PoolKind } from '../../model/amenity.js'
import { type CsvRecord, csvRecords } from '../csvTable.js'
import { QualityReport, type Reported, type RowCounts } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'

/** The ids by which Active Places knows swimming pools and their kinds. */
export interface PoolKindIds extends Reported {
  /** The id of swimming pools among the types of facility. */
  readonly facilityType: string
  readonly kindOf: ReadonlyMap<string, PoolKind>
  /** The rows of the file of types; those of the subtypes are in `counts`. */
  readonly typeCounts: RowCounts
}

const SWIMMING_POOL = 'Swimming Pool'
const KIND_NAMES: Readonly<Record<string, PoolKind>> = {
  'Main/General': 'main',
  'Leisure Pool': 'leisure',
  'Learner/Teaching/Training': 'learner',
  Diving: 'diving',
  Lido: 'lido',
}

/**
 * Reads which ids stand for swimming pools and for their kinds, from the two look-up files of Active Places.
 *
 * @param types `facilitytype.csv`.
 * @param subtypes `facilitysubtype.csv`; subtypes of other facilities are set aside and counted.
 * @throws InputError `bad-file` when a look-up has no swimming pool or lacks a kind, `bad-cell` for a kind that is not
 * known.
 * @example
 * import { readPoolKinds } from 'wardstick/sources'
 * const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
 * const types = file('facilitytype.csv', 'Facility Type ID,Facility Type Name\n7,Swimming Pool\n')
 * const names = [
 *   '7001,Main/General',
 *   '7002,Leisure Pool',
 *   '7003,Learner/Teaching/Training',
 *   '7004,Diving',
 *   '7005,Lido',
 * ]
 * const subtypes = file(
 *   'facilitysubtype.csv',
 *   'Facility Type ID,Facility Subtype ID,Facility Subtype Name\n' + names.map((row) => `7,${row}\n`).join(''),
 * )
 * readPoolKinds(types, subtypes).kindOf.get('7005') // => 'lido'
 */
export function readPoolKinds(types: SourceFile, subtypes: SourceFile): PoolKindIds {
  const { facilityType, typeCounts } = swimmingPoolId(types)
  const report = new QualityReport({ file: subtypes.name })
  const kindOf = new Map<string, PoolKind>()
  const rows = read<'Facility Type ID' | 'Facility Subtype ID' | 'Facility Subtype Name'>(subtypes, [
    'Facility Type ID',
    'Facility Subtype ID',
    'Facility Subtype Name',
  ])
  rows.forEach(({ row, cells }) => {
    if (cells['Facility Type ID'] !== facilityType) {
      report.setAside('subtype of another facility')
      return
    }
    const kind = KIND_NAMES[cells['Facility Subtype Name']]
    if (kind === undefined)
      throw badCell(
        { file: subtypes.name, row, column: 'Facility Subtype Name' },
        cells['Facility Subtype Name'],
        Object.keys(KIND_NAMES).join(', '),
        'Compare the look-up with the edition of July 2024.',
      )
    kindOf.set(cells['Facility Subtype ID'], kind)
    report.keep()
  })
  const known = new Set(kindOf.values())
  const lacking = POOL_KINDS.filter((kind) => !known.has(kind))
  if (lacking.length > 0)
    throw badFile(
      subtypes.name,
      `no subtype of swimming pools is ${lacking.join(', ')}`,
      'Use the look-up of the same edition as the pools.',
    )
  return { facilityType, typeCounts, kindOf, ...report.reported }
}

function swimmingPoolId(types: SourceFile): { facilityType: string; typeCounts: RowCounts } {
  const rows = read<'Facility Type ID' | 'Facility Type Name'>(types, ['Facility Type ID', 'Facility Type Name'])
  const found = rows.find(({ cells }) => cells['Facility Type Name'] === SWIMMING_POOL)
  if (found === undefined)
    throw badFile(
      types.name,
      `no type of facility is named '${SWIMMING_POOL}'`,
      'Use the look-up of the same edition as the pools.',
    )
  const report = new QualityReport({ file: types.name })
  report.keep()
  report.setAside('another facility', rows.length - 1)
  return { facilityType: found.cells['Facility Type ID'], typeCounts: report.reported.counts }
}

function read<Column extends string>(
  file: SourceFile,
  columns: readonly Column[],
): CsvRecord<Record<Column, string>>[] {
  const fields = columns.map((name) => ({ name, type: 'string' as const, constraints: { required: true } }))
  return csvRecords<Record<Column, string>>(file, fields)
}
