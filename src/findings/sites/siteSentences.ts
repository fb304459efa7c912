import { measureText } from '../../indicators/sites/measureTexts.js'
import type { ClausePlace, SiteClause, SiteKind, ToldFigures } from '../../indicators/sites/siteKind.js'
import type { AmenityMeasureId } from '../../indicators/sites/siteMeasures.js'
import { nearMetres } from '../../indicators/sites/siteTerms.js'
import { type IsoDate, type Interval, periodLabel } from '../../model/period.js'
import { groupBy } from '../../tables/groupBy.js'
import { writeNumber } from '../../values/rounding.js'
import { boundedInWords, listInWords } from '../../values/words.js'
import type { Figure } from '../figures.js'
import type { AmenityResult } from '../neighbourhood.js'
import { type PlaceAmenity, measureOn } from '../placeAmenity.js'
import type { StudyResult } from '../studyResult.js'
import { daysOf } from './told.js'

/** Where residents are on every day, and what distances do not know. */
export const AT_CENTRES =
  'On every day the residents are those of mid-2015, each at the population-weighted centre of the LSOA; ' +
  'distances are straight lines, and know no road, bus, price or opening hour.'

/** What the clauses of a kind say in one place of a finding. */
export function clausesAt<Form extends SiteClause['form']>(
  { clauses = [] }: SiteKind,
  form: Form,
  told: Parameters<Extract<SiteClause, { form: Form }>['say']>[0],
): (place: ClausePlace) => string[] {
  const isOf = (clause: SiteClause): clause is Extract<SiteClause, { form: Form }> => clause.form === form
  return (place) =>
    clauses
      .filter(isOf)
      .filter((clause) => clause.place === place)
      .flatMap((clause) => (clause.say as (of: typeof told) => readonly string[])(told))
}

/** The figures of measures of a place on some days or in some intervals. */
export function figuresOf(
  { kind }: AmenityResult,
  { values }: Pick<PlaceAmenity, 'values'>,
  measures: readonly AmenityMeasureId[],
  when: readonly (IsoDate | Interval)[],
): Figure[] {
  return measures.flatMap((measure) =>
    when.map((each) => ({ indicator: kind, measure, value: measureOn(values, measure, each) })),
  )
}

/** The figures behind a sentence, as a wording declares them. */
export function toldFigures(
  result: AmenityResult,
  figures: readonly ToldFigures[],
  least: IsoDate | null = null,
): Figure[] {
  const { days } = result
  return figures.flatMap(({ of, measures, when }) => {
    const place = result[of]
    if (place === null) return []
    const intervals = place.turnovers.map(({ interval }) => interval)
    const times = {
      days: daysOf(result),
      base: [days.base],
      least: least === null ? [] : [least],
      intervals,
      'last interval': intervals.slice(-1),
    }
    return figuresOf(result, place, measures, times[when])
  })
}

/** How measures are made: each rule with the measures that it makes. */
export function methodOf(
  kinds: readonly SiteKind[],
  measures: (kind: SiteKind) => readonly AmenityMeasureId[],
): string[] {
  const titles = groupBy(
    kinds.flatMap((kind) => measures(kind).map((measure) => measureText(measure, kind))),
    ({ method }) => method,
  )
  return [...titles].map(([method, of]) => `${of.map(({ title }) => title).join('; ')}: ${method}`)
}

/** What is no part of a kind of sites. */
export function leftOut({ amenity }: AmenityResult): string[] {
  return amenity.leftOut
    .filter(({ rows }) => rows > 0)
    .map(({ reason, rows }) => `Left out: ${writeNumber(rows, 0)} ${reason}.`)
}

/** How many sites of a kind the tables hold, and what is no part of it. */
export function rowsOf(result: AmenityResult, more: readonly string[] = []): string[] {
  const { amenity, declared, withoutCoordinates } = result
  const openOn = withoutCoordinates.map(({ day, sites }) => `${sites} of those open on ${periodLabel(day)}`)
  const unplaced = declared.mayLackPlace
    ? [`Of unknown place, and so in the count and not in any distance: ${listInWords(openOn)}.`]
    : []
  return [
    ...more,
    `Used: ${writeNumber(amenity.sites.length, 0)} ${declared.words.site.many}, open and closed.`,
    ...leftOut(result),
    ...unplaced,
  ]
}

/** How many small areas and residents a ward’s access is the mean of. */
export function residentsCounted({ neighbourhood }: StudyResult): string[] {
  const { ward, homes } = neighbourhood ?? { ward: null, homes: [] }
  if (ward === null) return []
  return [
    `${ward.ward_name}: ${homes.length} LSOAs with ` +
      `${writeNumber(
        homes.reduce((sum, { people }) => sum + people, 0),
        0,
      )} residents of mid-2015.`,
  ]
}

/** That of some sites the neighbourhood alone is known, and what that leaves open. */
export function placesCaveat({ nearby, england, days, declared }: AmenityResult): string[] {
  if (nearby.every(({ sites }) => sites === 0)) return []
  const share = measureOn(england.values, declared.near, days.base)
  const { many } = declared.words.plain
  const known =
    `Of ${listInWords(nearby.map(({ day, sites }) => `${sites} ${many} open on ${periodLabel(day)}`))} only the ` +
    `neighbourhood is known.`
  return [
    share.value === null
      ? known
      : `${known} England’s share within ${nearMetres(declared) / 1000} km on ` +
        `${periodLabel(days.base)} is ${boundedInWords(share)} by what dates and places leave open.`,
  ]
}
