import { distanceInMetres } from '../../geography/distance.js'
import type { Point } from '../../model/ward.js'
import type { QualityReport } from '../../sources/index.js'
import type { PlacedRow } from './editions.js'
import { nameCore } from './names.js'
import { type Circle, postcodeCentres, sectorOf } from './postcodeCentres.js'

/** Rows as near as this stand at one point: their coordinates are those of one building. */
const ONE_POINT = 25

/** What tells which of two libraries stands at a point. */
export interface Evidence {
  readonly smallAreas: readonly Point[]
  readonly wardNameAt: (point: Point) => string | null
}

/**
 * Takes the coordinates from rows that bear those of another: two postcode sectors cannot be at one point, so at most
 * one of the rows is there. It is the one whose name the ward at the point bears; else the only one whose sector or
 * district lies there; else none of them is known to be.
 *
 * @param points the coordinates that rows print.
 * @param report is told of each row that loses its own.
 */
export function withoutSharedPoints(
  points: ReadonlyMap<PlacedRow, Point>,
  evidence: Evidence,
  report: QualityReport,
): Map<PlacedRow, Point> {
  const groups = sharedPoints(points)
  const shared = new Set(groups.flat())
  const centres = postcodeCentres(pointsByPostcode(points, shared), evidence.smallAreas)
  const isThere = (row: PlacedRow): boolean => {
    const circle = centres.sector(row.postcode ?? '') ?? centres.district(row.postcode ?? '')
    return circle !== null && holds(circle, points.get(row))
  }
  const kept = new Map(points)
  for (const group of groups) {
    const [first] = group
    const point = first === undefined ? undefined : points.get(first)
    const ward = point === undefined ? null : evidence.wardNameAt(point)
    const keeps = onlySector(group.filter((row) => isNamed(row, ward))) ?? onlySector(group.filter(isThere))
    for (const row of group)
      if (keeps === null || sectorOf(row.postcode ?? '') !== keeps) {
        kept.delete(row)
        report.note('coordinates-of-another-row', 'left out: another postcode sector is at the same point', {
          row: row.row,
          column: 'Longitude',
          value: `${row.name} (${row.postcode ?? ''})`,
        })
      }
  }
  return kept
}

/** Where postcodes lie by the rows that have one, but for some rows. */
const pointsByPostcode = (points: ReadonlyMap<PlacedRow, Point>, but: ReadonlySet<PlacedRow>): Map<string, Point> =>
  new Map([...points].flatMap(([row, point]) => (row.postcode === null || but.has(row) ? [] : [[row.postcode, point]])))

/** The rows that stand at one point with others of another postcode sector, by point. */
function sharedPoints(points: ReadonlyMap<PlacedRow, Point>): PlacedRow[][] {
  const all = [...points]
    .filter(([row]) => row.postcode !== null)
    .sort(([, a], [, b]) => a.latitude - b.latitude || a.longitude - b.longitude)
  const groups: [PlacedRow, Point][][] = []
  for (const each of all) {
    const near = groups
      .slice(-NEAR_GROUPS)
      .find((group) => group.some(([, point]) => distanceInMetres(point, each[1]) <= ONE_POINT))
    if (near === undefined) groups.push([each])
    else near.push(each)
  }
  return groups
    .map((group) => group.map(([row]) => row))
    .filter((group) => new Set(group.map(({ postcode }) => sectorOf(postcode ?? ''))).size > 1)
}

/** Groups before in the order of latitude among which one may be as near: 25 m of latitude hold a few rows alone. */
const NEAR_GROUPS = 40

/** The sector of some rows, where they have one alone. */
function onlySector(rows: readonly PlacedRow[]): string | null {
  const sectors = new Set(rows.map(({ postcode }) => sectorOf(postcode ?? '')))
  return sectors.size === 1 ? ([...sectors][0] ?? null) : null
}

/** Whether a ward bears the first word of a library’s name: `Pevensey and Westham` that of Pevensey Bay. */
function isNamed({ name }: PlacedRow, ward: string | null): boolean {
  const [word = ''] = nameCore(name).split(' ')
  return word.length >= LETTERS_OF_A_PLACE && ward !== null && ` ${nameCore(ward)} `.includes(` ${word} `)
}
const LETTERS_OF_A_PLACE = 4

const holds = ({ point, within }: Circle, place: Point | undefined): boolean =>
  place !== undefined && distanceInMetres(point, place) <= within
