import type { PlaceTold, SiteTold, WardTold } from '../../indicators/sites/siteKind.js'
import type { AmenityMeasureId } from '../../indicators/sites/siteMeasures.js'
import { type IsoDate, periodLabel } from '../../model/period.js'
import type { Value } from '../../model/value.js'
import {
  boundedInWords,
  boundedNumberInWords,
  changeInWords,
  figureInWords,
  isAnything,
  listInWords,
  numberInWords,
} from '../../values/words.js'
import type { AmenityResult } from '../neighbourhood.js'
import { type PlaceAmenity, leastNear, measureOn, percentChangeOn } from '../placeAmenity.js'
import type { StudyResult } from '../studyResult.js'

/** Every day of a study on which sites are counted. */
export const daysOf = ({ days }: Pick<AmenityResult, 'days'>): IsoDate[] => [days.base, days.claim, ...days.since]

/** What the sentences of a kind of sites are made from, whatever the kind. */
export function siteTold(result: AmenityResult, { study }: StudyResult): SiteTold {
  const { amenity, days, council, england } = result
  const all = daysOf(result)
  return {
    amenity,
    days: all,
    claim: days.claim,
    council: placeTold(council, all),
    england: placeTold(england, all),
    least: toldLeast(result),
    nameSources: [...new Set((study.amenities?.siteNames ?? []).map(({ source }) => source))],
  }
}

/** The same around a ward. */
export const wardTold = (result: AmenityResult, ward: PlaceAmenity, study: StudyResult): WardTold => ({
  ...siteTold(result, study),
  ward: placeTold(ward, daysOf(result)),
})

/** A place with the words for its measures. */
function placeTold(place: PlaceAmenity, days: readonly IsoDate[]): PlaceTold {
  const { values, turnovers } = place
  return {
    name: place.place.name,
    turnovers,
    value: (measure, when) => measureOn(values, measure, when),
    series: (measure) => values.filter((each) => each.measure === measure).map(({ value }) => value),
    course: (measure) => course(place, measure, days),
    numbers: (measure, unit = '') => numbers(place, measure, days, unit),
    direction: (measure, words) => direction(place, measure, days, words),
    change: (measure, until) => {
      const { value } = percentChangeOn(values, measure, days[0] ?? until, until)
      return value === null ? 'not known' : changeInWords(value)
    },
  }
}

/** The least share of residents near one, where it differs in words from those on the days of the study. */
function toldLeast(result: AmenityResult): ReturnType<typeof leastNear> {
  const low = leastNear(result)
  const told = daysOf(result).map((day) =>
    result.ward === null ? '' : numberInWords(measureOn(result.ward.values, result.declared.near, day)),
  )
  return low === null || told.includes(numberInWords(low)) ? null : low
}

/**
 * A measure on each day of the study, as part of a sentence: `29.3 % on 31 March 2010, 19.3 % on 31 March 2015 and
 * ...`.
 */
function course({ values }: PlaceAmenity, measure: AmenityMeasureId, days: readonly IsoDate[]): string {
  const texts = days.map((day) => boundedInWords(measureOn(values, measure, day)))
  const labels = days.map(periodLabel)
  if (new Set(texts).size === 1) return `${texts[0] ?? ''} on ${listInWords(labels)} alike`
  return listInWords(texts.map((text, i) => `${text} on ${labels[i] ?? ''}`))
}

/**
 * The numbers of a measure on each day of the study with their unit once: `6, 6 and 5 sites`, or `6 sites on each of
 * these days`; those of a ward or council with what dates and places leave open.
 */
function numbers(
  { values, place }: Pick<PlaceAmenity, 'values' | 'place'>,
  measure: AmenityMeasureId,
  days: readonly IsoDate[],
  unit: string,
): string {
  const inWords = place.kind === 'country' ? numberInWords : boundedNumberInWords
  const texts = days.map((day) => inWords(measureOn(values, measure, day)))
  const same = new Set(texts).size === 1
  return `${same ? (texts[0] ?? '') : listInWords(texts)}${unit}${same ? ' on each of these days' : ''}`
}

/** A word for the direction between the first and the last day; `same` where it rounds to no change. */
function direction(
  { values }: PlaceAmenity,
  measure: AmenityMeasureId,
  days: readonly IsoDate[],
  words: Parameters<PlaceTold['direction']>[1],
): string {
  const [first, last] = [days[0], days.at(-1)].map((day) =>
    day === undefined ? null : measureOn(values, measure, day),
  )
  if (first?.value == null || last?.value == null) return 'not known'
  if (isAnything(first) || isAnything(last)) return 'not known'
  if (figureInWords(first) === figureInWords(last)) return words.same
  return `${mayHaveTurned(first, last) ? 'perhaps ' : ''}${last.value < first.value ? words.less : words.more}`
}

/** Whether the bounds of two values leave open that the change went the other way. */
function mayHaveTurned(first: Value, last: Value): boolean {
  const [lower, higher] = (first.value ?? 0) < (last.value ?? 0) ? [first, last] : [last, first]
  return (lower.bounds?.upper ?? lower.value ?? 0) > (higher.bounds?.lower ?? higher.value ?? 0)
}
