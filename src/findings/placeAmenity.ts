import { percentChange } from '../evaluation/change.js'
import { internal } from '../errors.js'
import type { AmenityMeasureId, Measured } from '../indicators/amenityMeasures.js'
import type { ValueOfDay } from '../indicators/sites/siteKind.js'
import type { SiteTerms } from '../indicators/sites/siteTerms.js'
import type { Turnover } from '../indicators/turnover.js'
import type { IsoDate, Interval } from '../model/period.js'
import type { Place, Value } from '../model/value.js'
import { isDay } from '../values/date.js'

/** The days of a study on which an amenity is counted. */
export interface StudyDays {
  readonly base: IsoDate
  readonly claim: IsoDate
  readonly since: readonly IsoDate[]
}

/** What became of an amenity in one place. */
export interface PlaceAmenity {
  readonly place: Place
  /** Stock and access on every day, what closed and opened since the base day, hours by edition. */
  readonly values: readonly Measured[]
  /** Openings and closings from the base day to the claim’s day, and to each later one. */
  readonly turnovers: readonly { readonly interval: Interval; readonly found: Turnover }[]
}

/**
 * The value of a measure on a day or in an interval.
 *
 * @param values what was measured in a place.
 * @throws InternalError when the measure was not taken then.
 * @example
 * import { measureOn, parseStudy, runStudy } from 'wardstick/study'
 * import { loadStudyData } from 'wardstick/data'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * const { neighbourhood } = runStudy(parseStudy(text, file), await loadStudyData())
 * const england = neighbourhood?.amenities[0]?.england.values ?? []
 * measureOn(england, 'sites-open', '2010-03-31').value // => 1344
 */
export function measureOn(values: readonly Measured[], measure: AmenityMeasureId, when: IsoDate | Interval): Value {
  const key = JSON.stringify(when)
  const found = values.find((each) => each.measure === measure && JSON.stringify(each.value.period) === key)
  if (found === undefined) throw internal(`${measure} is not measured at ${key}`)
  return found.value
}

/** The change of a measure in per cent between two days. */
export function percentChangeOn(
  values: readonly Measured[],
  measure: AmenityMeasureId,
  before: IsoDate,
  after: IsoDate,
): Value {
  return percentChange(measureOn(values, measure, before), measureOn(values, measure, after))
}

/**
 * The least share of the ward’s residents near an open site, where a day between those of the study has less than all
 * of them.
 */
export function leastNear({
  declared,
  days,
  ward,
}: {
  readonly declared: Pick<SiteTerms, 'near'>
  readonly days: StudyDays
  readonly ward: PlaceAmenity | null
}): ValueOfDay | null {
  if (ward === null) return null
  const measure = declared.near
  const all = [days.base, days.claim, ...days.since]
  const [first, last] = [days.base, lastDay({ days })]
  const shown = all.map((day) => measureOn(ward.values, measure, day))
  const between = ward.values.flatMap(({ measure: of, value }) =>
    of === measure && isOneDay(value.period) && value.period >= first && value.period <= last && value.value !== null
      ? [{ ...value, period: value.period }]
      : [],
  )
  const low = between.sort((a, b) => (a.value ?? 0) - (b.value ?? 0))[0]
  const least = Math.min(...shown.map(({ value }) => value ?? Number.POSITIVE_INFINITY))
  return low?.value == null || low.value >= least ? null : low
}

const isOneDay = (period: Value['period']): period is IsoDate => typeof period === 'string' && isDay(period)

/** Whether access by tenths of deprivation is known of a kind of sites: of some the place is, of too many it is not. */
export const isKnownByTenth = ({ tenths, declared }: ByTenth): boolean =>
  tenths.some(({ values, day }) => measureOn(values, declared.near, day).value !== null)

interface ByTenth {
  readonly declared: Pick<SiteTerms, 'near'>
  readonly tenths: readonly { readonly day: IsoDate; readonly values: readonly Measured[] }[]
}

/** The last day of a study. */
export const lastDay = ({ days }: { readonly days: StudyDays }): IsoDate => days.since.at(-1) ?? days.claim
