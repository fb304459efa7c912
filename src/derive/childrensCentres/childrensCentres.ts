import type { CouncilRegister } from '../../geography/councilRegister.js'
import type { CentreRow } from '../../tables/declared/childrensCentres.js'
import type { ListedCentre, QualityEntry, RegisteredCentre } from '../../sources/index.js'
import { QualityReport } from '../../sources/index.js'
import type { CentrePlacer } from './places.js'

/** What the rows of centres are made from. */
export interface CentreSources {
  /** The file of the union, for what is noted. */
  readonly file: string
  readonly union: readonly ListedCentre[]
  /** The first list that is held whole. */
  readonly first: readonly RegisteredCentre[]
}

/** The table of centres, and what was met in making it. */
export interface CentreTable {
  readonly centres: readonly CentreRow[]
  readonly quality: readonly QualityEntry[]
}

/** Gives every centre its council, at its first list and at its last, and its place. */
export function buildCentres(
  { file, union, first }: CentreSources,
  register: CouncilRegister,
  place: CentrePlacer,
): CentreTable {
  const report = new QualityReport({ file })
  const inFirst = new Map(first.map((each) => [each.urn, each]))
  const centres = [...union]
    .sort((a, b) => Number(a.urn) - Number(b.urn))
    .map((centre) => rowOf(centre, inFirst.get(centre.urn), register, place))
  noteTypes(report, centres)
  notePlaces(report, centres)
  return { centres, quality: report.reported.quality }
}

function rowOf(
  centre: ListedCentre,
  inFirst: RegisteredCentre | undefined,
  register: CouncilRegister,
  place: CentrePlacer,
): CentreRow {
  const { urn, name, type, opened, firstListed, lastListed, firstAbsent, listsMissed } = centre
  const council = councilOn(register, centre.council, lastListed)
  return {
    urn,
    name,
    e_code: council.e_code,
    gss_code: council.gss_code ?? '',
    council: council.name,
    first_e_code: councilOn(register, inFirst?.council ?? centre.council, firstListed).e_code,
    type,
    type_2016: inFirst?.type ?? null,
    opened_date: opened,
    first_listed: firstListed,
    last_listed: lastListed,
    first_absent: firstAbsent,
    lists_missed: listsMissed,
    ...place(centre),
  }
}

/** The council of a name on the day of a list, or on the last day that the register covers. */
const councilOn = (register: CouncilRegister, name: string, day: string) =>
  register.resolve(name, day < register.covers.to ? day : register.covers.to)

function noteTypes(report: QualityReport, centres: readonly CentreRow[]): void {
  const changed = centres.filter(({ type, type_2016 }) => type_2016 !== null && type_2016 !== type).length
  if (changed > 0)
    report.note('type-changed', 'the type of the last list counts; that of 4 August 2016 stands beside it', {
      column: 'type',
      count: changed,
    })
}

function notePlaces(report: QualityReport, centres: readonly CentreRow[]): void {
  const known = (by: CentreRow['known_by']): number => centres.filter(({ known_by }) => known_by === by).length
  const placed = known('postcode sector') + known('postcode district')
  if (placed > 0)
    report.note('placed-by-neighbouring-postcodes', 'within so many metres of the middle of those that are known', {
      column: 'postcode_last',
      count: placed,
    })
  if (known('none') > 0)
    report.note('no-place', 'counted for its council alone: nothing is known of its postcode district', {
      column: 'postcode_last',
      count: known('none'),
    })
}
