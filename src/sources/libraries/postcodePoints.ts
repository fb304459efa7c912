import type { Point } from '../../model/ward.js'
import { readPostcode } from '../../values/postcode.js'
import { csvTable } from '../csvTable.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'

/** Where postcodes lie. */
export interface PostcodePoints extends Reported {
  readonly pointOf: ReadonlyMap<string, Point>
}

/**
 * Reads a postcode directory: one row a postcode with latitude and longitude. Postcodes without coordinates are set
 * aside.
 *
 * @param columns the names of its columns.
 * @example
 * import { readPostcodePoints } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('pcds,lat,long\nNG8 3BJ,52.97414,-1.21735\n')
 * const columns = { postcode: 'pcds', latitude: 'lat', longitude: 'long' }
 * const { pointOf } = readPostcodePoints({ name: 'nspl.csv', bytes }, columns)
 * pointOf.get('NG8 3BJ') // => { longitude: -1.21735, latitude: 52.97414 }
 */
export function readPostcodePoints(
  file: SourceFile,
  columns: { readonly postcode: string; readonly latitude: string; readonly longitude: string },
): PostcodePoints {
  const { table } = csvTable(file, [
    { name: columns.postcode, type: 'string', constraints: { required: true } },
    { name: columns.latitude, type: 'number' },
    { name: columns.longitude, type: 'number' },
  ])
  const report = new QualityReport({ file: file.name })
  const pointOf = new Map<string, Point>()
  const [postcodes, latitudes, longitudes] = [columns.postcode, columns.latitude, columns.longitude].map((name) =>
    table.array(name),
  )
  for (let row = 0; row < table.numRows(); row++) {
    const postcode = readPostcode(String(postcodes?.[row]))
    const [latitude, longitude] = [latitudes?.[row] as number | null, longitudes?.[row] as number | null]
    if (postcode.kind !== 'value' || latitude === null || longitude === null)
      report.setAside('without coordinates or postcode')
    else {
      pointOf.set(postcode.value.postcode, { longitude, latitude })
      report.keep()
    }
  }
  return { pointOf, ...report.reported }
}
