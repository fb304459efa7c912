import { duplicateKey } from '../../errors.js'
import type { OutputAreaRow } from '../../tables/declared/crosswalks.js'
import type { Point } from '../../model/ward.js'
import { csvRecords } from '../csvTable.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'

/** An output area with the small area and wards that it lies in. */
export type PlacedOutputArea = Pick<OutputAreaRow, 'output_area' | 'lsoa_2011' | 'ward_2013' | 'ward_2025'>

/** Output areas in the order of their codes. */
export interface OutputAreas extends Reported {
  readonly outputAreas: readonly PlacedOutputArea[]
}

/** The points of the postcodes of each output area. */
export interface OutputAreaPoints extends Reported {
  readonly pointsOf: ReadonlyMap<string, readonly Point[]>
}

type AreaCells = Readonly<Record<'oa11cd' | 'lsoa11cd' | 'wd13cd' | 'wd25cd', string>>

const code = (name: string, pattern: string) => ({
  name,
  type: 'string' as const,
  constraints: { required: true, pattern },
})

/**
 * Reads a look-up of output areas of 2011 to LSOAs of 2011 and to the wards of 2013 and 2025 in which most of their
 * postcodes lie.
 *
 * @throws InputError `missing-column`, `bad-cell`, or `duplicate-key` when an output area stands there twice.
 * @example
 * import { readOutputAreas } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('oa11cd,lsoa11cd,wd13cd,wd25cd\nE00069658,E01013814,E05001822,E05012281\n')
 * const [area] = readOutputAreas({ name: 'areas.csv', bytes }).outputAreas
 * area?.output_area // => 'E00069658'
 * area?.lsoa_2011 // => 'E01013814'
 * area?.ward_2013 // => 'E05001822'
 * area?.ward_2025 // => 'E05012281'
 */
export function readOutputAreas(file: SourceFile): OutputAreas {
  const fields = [
    code('oa11cd', 'E00\\d{6}'),
    code('lsoa11cd', 'E01\\d{6}'),
    code('wd13cd', 'E05\\d{6}'),
    code('wd25cd', 'E05\\d{6}'),
  ]
  const report = new QualityReport({ file: file.name })
  const found = new Map<string, PlacedOutputArea>()
  const rowOf = new Map<string, number>()
  for (const { row, cells } of csvRecords<AreaCells>(file, fields)) {
    const before = rowOf.get(cells.oa11cd)
    if (before !== undefined) throw duplicateKey(file.name, cells.oa11cd, [before, row])
    rowOf.set(cells.oa11cd, row)
    found.set(cells.oa11cd, {
      output_area: cells.oa11cd,
      lsoa_2011: cells.lsoa11cd,
      ward_2013: cells.wd13cd,
      ward_2025: cells.wd25cd,
    })
    report.keep()
  }
  return {
    outputAreas: [...found.values()].sort((a, b) => (a.output_area < b.output_area ? -1 : 1)),
    ...report.reported,
  }
}

/**
 * Reads the points of postcodes with the output area that each lies in. Postcodes without an output area are set aside.
 *
 * @throws InputError `missing-column` or `bad-cell`.
 * @example
 * import { readOutputAreaPoints } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('lat,long,oa11cd\n52.95507,-1.14102,E00173535\n')
 * const { pointsOf } = readOutputAreaPoints({ name: 'postcodes.csv', bytes })
 * pointsOf.get('E00173535') // => [{ longitude: -1.14102, latitude: 52.95507 }]
 */
export function readOutputAreaPoints(file: SourceFile): OutputAreaPoints {
  const required = { constraints: { required: true } }
  const records = csvRecords<{ lat: number; long: number; oa11cd: string | null }>(file, [
    { name: 'lat', type: 'number', ...required },
    { name: 'long', type: 'number', ...required },
    { name: 'oa11cd', type: 'string' },
  ])
  const report = new QualityReport({ file: file.name })
  const pointsOf = new Map<string, Point[]>()
  for (const { cells } of records) {
    const { lat, long, oa11cd } = cells
    if (oa11cd === null) report.setAside('without an output area')
    else {
      pointsOf.set(oa11cd, [...(pointsOf.get(oa11cd) ?? []), { longitude: long, latitude: lat }])
      report.keep()
    }
  }
  return { pointsOf, ...report.reported }
}
