import { groupBy } from '../../tables/groupBy.js'
import type { WardLocator } from '../../geography/wardLocator.js'
import type { HallRow } from '../../tables/declared/sportsHalls.js'
import { type QualityEntry, QualityReport, type RegisteredHall } from '../../sources/index.js'
import { noteGrid, noteSharedPoints, noteWard, pointOf, wardFinder } from '../activePlaces/placing.js'

/** A hall of the register with its row in the file. */
export interface NumberedHall extends RegisteredHall {
  readonly row: number
}

/** The table of halls, and what was met in making it. */
export interface HallTables {
  readonly halls: readonly HallRow[]
  readonly quality: readonly QualityEntry[]
}

/** Places every hall in its ward. */
export function buildHalls(
  { file, asOf }: { readonly file: string; readonly asOf: string },
  registered: readonly NumberedHall[],
  wards: Pick<WardLocator, 'nearestWard'>,
): HallTables {
  const report = new QualityReport({ file })
  const wardOf = wardFinder(wards)
  const halls = [...registered].sort((a, b) => compare(a.hall.hall_id, b.hall.hall_id))
  for (const each of halls) {
    noteGrid(report, each.hall, each)
    noteAfterEdition(report, each, asOf)
  }
  const sites = [...groupBy(halls, ({ hall }) => hall.site_id)]
    .flatMap(([site_id, [first]]) => (first === undefined ? [] : [{ site_id, row: first.row, ...pointOf(first.hall) }]))
    .sort((a, b) => compare(a.site_id, b.site_id))
  for (const site of sites) noteWard(report, wardOf(site), site)
  noteSharedPoints(report, sites)
  return {
    halls: halls.map(({ hall }) => ({
      ...hall,
      ...pointOf(hall),
      ward_code: wardOf(hall).code,
    })),
    quality: report.reported.quality,
  }
}

/** Notes a year of building or a day of closing that the edition could not know. */
function noteAfterEdition(report: QualityReport, { hall, row }: NumberedHall, asOf: string): void {
  const { built_year, closed_date } = hall
  if (built_year !== null && built_year > Number(asOf.slice(0, 4)))
    report.note('built-after-edition', 'kept as printed', { row, column: 'Year Built', value: String(built_year) })
  if (closed_date !== null && closed_date > asOf)
    report.note('closed-after-edition', 'kept as printed', { row, column: 'Closed Date', value: closed_date })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
