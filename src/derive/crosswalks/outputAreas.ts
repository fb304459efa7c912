import type { OutputAreaRow } from '../../tables/declared/crosswalks.js'
import type { OutputAreaPoints, PlacedOutputArea } from '../../sources/index.js'

/**
 * The rows of the table `output-areas`: a centre is the mean of the points of its postcodes, to 5 decimals of a degree.
 */
export function outputAreaRows(
  outputAreas: readonly PlacedOutputArea[],
  { pointsOf }: OutputAreaPoints,
): OutputAreaRow[] {
  return outputAreas.map((area) => {
    const points = pointsOf.get(area.output_area) ?? []
    const mean = (of: 'longitude' | 'latitude'): number | null =>
      points.length === 0
        ? null
        : Number((points.reduce((sum, point) => sum + point[of], 0) / points.length).toFixed(5))
    return { ...area, postcodes: points.length, longitude: mean('longitude'), latitude: mean('latitude') }
  })
}
