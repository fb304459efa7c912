import { digitsOf, writeNumber } from '../values/rounding.js'
import { groupBy } from '../tables/groupBy.js'
import { AMENITY_MEASURES, type AmenityMeasureId } from '../indicators/amenityMeasures.js'
import type { Turnover } from '../indicators/turnover.js'
import { type Interval, type IsoDate, periodLabel } from '../model/period.js'
import { units } from '../model/unit.js'
import type { Value } from '../model/value.js'
import type { Figure } from './figures.js'
import type { Finding } from './finding.js'
import { type AmenityComparison, type AmenityResult } from './neighbourhood.js'
import { NEAR_MEASURE, type PlaceAmenity, leastNear, percentChangeOn, measureOn } from './placeAmenity.js'
import type { StudyResult } from './studyResult.js'
import { changeInHistory } from './siteHistory.js'
import { siteNamer } from './siteNames.js'
import {
  boundedInWords,
  boundedNumberInWords,
  changeInWords,
  figureInWords,
  listInWords,
  numberInWords,
  isAnything,
} from '../values/words.js'

const SITES = units.count('site', 'sites')
const AT_CENTRES =
  'On every day the residents are those of mid-2015, each at the population-weighted centre of the LSOA; ' +
  'distances are straight lines, and know no road, bus, price or opening hour.'
const PUBLIC_POOL =
  'A public pool is one of access type “Pay and Play” in Sport England’s register; a pool known by the year ' +
  'built alone counts from 1 January of the year after, and on the day of its closing it is no longer open.'
const LIBRARY_DATES =
  'Libraries are the union of six lists of 2016 to 2025; most openings and closings are known by the year ' +
  'alone and count from its end. Numbers in brackets are the least and the most that dates and places leave open.'
const REPLACED =
  'Replaced: another one opened within 12 months and 2 km, and one new site may replace several. Said to be ' +
  'replaced: the list says so, and no such library is found.'

const TENTHS =
  'Tenths are of LSOAs by the income domain of IMD 2010, which was measured before the cuts; shares are ' +
  'published in whole per cent, and LSOAs of one share are ordered by their overall score.'

/** What the pools and libraries of a study say, in the order of the study. */
export function amenityFindings(result: StudyResult): { readonly ward: Finding[]; readonly wider: Finding[] } {
  const { neighbourhood } = result
  if (neighbourhood === null) return { ward: [], wider: [] }
  const { amenities } = neighbourhood
  const pools = amenities.filter(({ kind }) => kind === 'pools')
  const libraries = amenities.filter(({ kind }) => kind === 'libraries')
  return {
    ward: [
      ...pools.flatMap((each) => wardPools(each, result)),
      ...libraries.flatMap((each) => wardLibraries(each, result)),
    ],
    wider: [
      ...libraries.map((each) => widerLibraries(each, result)),
      ...pools.map((each) => englandPools(each)),
      tenthsFinding(amenities),
    ],
  }
}

/** The figures of measures of a place on some days or in some intervals. */
function figuresOf(
  { kind }: AmenityResult,
  { values }: Pick<PlaceAmenity, 'values'>,
  measures: readonly AmenityMeasureId[],
  when: readonly (IsoDate | Interval)[],
): Figure[] {
  return measures.flatMap((measure) =>
    when.map((each) => ({ indicator: kind, measure, value: measureOn(values, measure, each) })),
  )
}

/** How measures are made: each rule with the measures that it makes. */
function methodOf(measures: readonly AmenityMeasureId[]): string[] {
  const titles = groupBy(
    measures.map((measure) => AMENITY_MEASURES[measure]),
    ({ method }) => method,
  )
  return [...titles].map(([method, of]) => `${of.map(({ title }) => title).join('; ')}: ${method}`)
}

const withoutByDay = (without: AmenityResult['withoutCoordinates'], of: string): string =>
  listInWords(without.map(({ day, sites }) => `${sites} of ${of} open on ${periodLabel(day)}`))

/** How many sites of an amenity the tables hold, and what is no part of it. */
function rowsOf(result: AmenityResult, more: readonly string[] = []): string[] {
  const { amenity, kind, withoutCoordinates } = result
  const what = kind === 'pools' ? 'sites of public pools, open and closed' : 'static public libraries, open and closed'
  const unplaced =
    kind === 'libraries'
      ? [
          `Of unknown place, and so in the count and not in any distance: ` +
            `${withoutByDay(withoutCoordinates, 'those')}.`,
        ]
      : []
  return [...more, `Used: ${writeNumber(amenity.sites.length, 0)} ${what}.`, ...leftOut(result), ...unplaced]
}

/** How many small areas and residents a ward’s access is the mean of. */
function residentsCounted({ neighbourhood }: StudyResult): string[] {
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

/** What is in a count of closings and openings. */
const TURNOVER = [
  'closings-gross',
  'closings-replaced',
  'closings-said-replaced',
  'closings-open-again',
  'closings-lasting',
  'opened',
  'lost-from-sight',
  'net-change',
] as const

function daysOf({ days }: AmenityResult): IsoDate[] {
  return [days.base, days.claim, ...days.since]
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
  unit = '',
): string {
  const inWords = place.kind === 'country' ? numberInWords : boundedNumberInWords
  const texts = days.map((day) => inWords(measureOn(values, measure, day)))
  const same = new Set(texts).size === 1
  return `${same ? (texts[0] ?? '') : listInWords(texts)}${unit}${same ? ' on each of these days' : ''}`
}

/** A word for the direction between the first and the last day; `as many` where it rounds to no change. */
function direction(
  { values }: PlaceAmenity,
  measure: AmenityMeasureId,
  days: readonly IsoDate[],
  words: { readonly less: string; readonly same: string; readonly more: string },
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

function wardPools(pools: AmenityResult, result: StudyResult): Finding[] {
  const { ward, england, comparisons } = pools
  if (ward === null) return []
  const days = daysOf(pools)
  const name = ward.place.name
  const nearer = direction(ward, 'mean-distance', days, { less: 'nearer', same: 'as near', more: 'further' })
  const fewer = direction(ward, 'units-near-centre', days, { less: 'fewer', same: 'as many', more: 'more' })
  return [
    {
      id: 'pools-ward',
      headline: `Public pools around ${name}: ${nearer}, ${fewer}`,
      question: `Which pools could residents of ${name} reach, before and after?`,
      sentence:
        `Of ${name}’s residents ${course(ward, 'share-2km', days)} lived within 2 km of a public pool ` +
        `(England: ${numbers(england, 'share-2km', days, ' %')}); ` +
        `within 4 km of the ward’s centre there were ` +
        `${numbers(ward, 'units-near-centre', days, ' open pools')}, with ` +
        `${numbers(ward, 'water-near-centre', days, ' m² of water')}.`,
      detail: [
        `The mean distance to the nearest was ${course(ward, 'mean-distance', days)}; from the ward’s centre ` +
          `${numbers(ward, 'distance-from-centre', days, ' km')}. Sites within 4 km of the centre: ` +
          `${numbers(ward, 'sites-near-centre', days)}; within 4 km of a resident, on average, ` +
          `${numbers(ward, 'sites-4km', days, ' sites')} with ${numbers(ward, 'units-4km', days, ' pools')} ` +
          `and ${numbers(ward, 'water-4km', days, ' m²')}.`,
        stockInWard(ward, days),
        ...reachableChanges(pools, result),
        ...placeboSentences(comparisons, ['share-2km', 'mean-distance', 'units-4km'], result),
      ],
      caveats: [
        AT_CENTRES,
        ...weakMatch(result),
        'How near, how many and how large are three questions: a ward may be better off in one and worse in another.',
        PUBLIC_POOL,
        ...aboutPools(pools),
        ...siteNameSources(result),
        ...matchingCaveats(result),
      ],
      method: methodOf(['share-2km', 'units-near-centre', 'water-near-centre']),
      figures: [
        ...figuresOf(pools, ward, ['share-2km', 'units-near-centre', 'water-near-centre'], days),
        ...figuresOf(pools, england, ['share-2km'], days),
      ],
      rows: rowsOf(pools, residentsCounted(result)),
    },
  ]
}

/** The least share of residents near one, where it differs in words from those on the days of the study. */
function toldLowest(result: AmenityResult): ReturnType<typeof leastNear> {
  const low = leastNear(result)
  const told = daysOf(result).map((day) =>
    result.ward === null ? '' : numberInWords(measureOn(result.ward.values, NEAR_MEASURE[result.kind], day)),
  )
  return low === null || told.includes(numberInWords(low)) ? null : low
}

function stockInWard(ward: PlaceAmenity, days: readonly IsoDate[]): string {
  const values = ward.values.filter(({ measure }) => measure === 'sites-open').map(({ value }) => value.value)
  return values.every((value) => value === 0)
    ? `No public pool stood in ${ward.place.name} itself in any year from 2008 to 2023.`
    : `In ${ward.place.name} itself public pools stood on ${numbers(ward, 'sites-open', days, ' sites')}.`
}

/** The sites within 4 km of the ward’s residents that opened or closed, by name where the study file gives one. */
function reachableChanges({ amenity, days, ward, sitesNear }: AmenityResult, result: StudyResult): string[] {
  if (ward === null || result.neighbourhood?.ward == null) return []
  const near = new Set(sitesNear)
  const last = days.since.at(-1) ?? days.claim
  const nameOf = siteNamer(amenity, result.study)
  const told = amenity.changes
    .filter(({ site, day, kind }) => near.has(site) && day > days.base && day <= last && kind !== 'transferred')
    .map((change) => {
      const successor =
        change.replacedBy === null || change.replacedBy === change.site
          ? ''
          : ` (replaced by ${nameOf(change.replacedBy)})`
      return `${nameOf(change.site)} ${changeInHistory(amenity.kind, change)}${successor}`
    })
  return told.length === 0 ? [] : [`Sites within 4 km that opened or closed: ${told.join('; ')}.`]
}

/** Where the names of sites are from, which the register does not have. */
function siteNameSources({ study }: StudyResult): string[] {
  const names = study.amenities?.siteNames ?? []
  return names.length === 0
    ? []
    : [
        `The register of pools has no names; these are from: ` +
          `${[...new Set(names.map(({ source }) => source))].join('; ')}.`,
      ]
}

/** Where the ward’s changes in a measure lie among those of its matched wards. */
function placeboSentences(
  comparisons: readonly AmenityComparison[],
  measures: readonly AmenityMeasureId[],
  { study }: StudyResult,
): string[] {
  const label = study.amenities?.comparators.label ?? ''
  return measures.flatMap((measure) => {
    const parts = comparisons
      .filter((each) => each.measure === measure && each.own.change.value !== null)
      .map(({ own, placebo: { percentile, lower, equal, higher, distribution } }) => {
        const change = `${figureInWords(own.change, 'signed')} to ${periodLabel(own.after.period)}`
        return distribution === null || percentile === null
          ? change
          : `${change} (median of ${distribution.n} ${label} ` +
              `${numberInWords({ value: distribution.median, unit: own.change.unit }, 'signed')}; ${lower} ` +
              `lower, ${equal} equal, ${higher} higher: placebo percentile ${digitsOf(percentile, 0)})`
      })
    return parts.length === 0 ? [] : [`${MEASURE_WORDS[measure] ?? measure}: ${parts.join('; ')}.`]
  })
}

const MEASURE_WORDS: Readonly<Partial<Record<AmenityMeasureId, string>>> = {
  'share-1km': 'Residents within 1 km',
  'share-2km': 'Residents within 2 km',
  'share-4km': 'Residents within 4 km',
  'mean-distance': 'Mean distance to the nearest',
  'sites-2km': 'Open within 2 km of a resident, mean',
  'sites-4km': 'Sites within 4 km of a resident, mean',
  'units-4km': 'Pools within 4 km of a resident, mean',
  'water-4km': 'Water area within 4 km of a resident, mean',
}

/** Which covariates the matched wards do not share with the ward. */
function weakMatch({ neighbourhood, study }: StudyResult): string[] {
  const unlike =
    neighbourhood?.matching?.balance.filter(({ differenceAfter }) => Math.abs(differenceAfter) > 0.25) ?? []
  if (unlike.length === 0) return []
  return [
    `No close match: the ward and its ${study.amenities?.comparators.label ?? ''} differ by more than a ` +
      `quarter of a standard deviation in ` +
      `${listInWords(unlike.map(({ title, differenceAfter }) => `${title} (${writeNumber(differenceAfter, 2)})`))}.`,
  ]
}

function matchingCaveats({ neighbourhood, study }: StudyResult): string[] {
  const matching = neighbourhood?.matching ?? null
  if (matching === null || neighbourhood?.ward == null) return []
  const label = study.amenities?.comparators.label ?? ''
  const alike =
    neighbourhood.ward.rural_urban === null
      ? '(the rural-urban class of the ward is not known)'
      : `of the same rural-urban class (${neighbourhood.ward.rural_urban.toLowerCase()})`
  return [
    `The ${label} are the ${matching.matched.length} of ${writeNumber(matching.candidates, 0)} wards ` +
      `outside the council ${alike} that are nearest in IMD 2010 (income share and overall score) and ` +
      `residents. Their councils went through the same years of cuts: the placebo percentile, the share of ` +
      `them with a lower change and half of those with an equal one, places the ward among them and is not a p-value.`,
  ]
}

/** What a reader must know of the register of pools. */
function aboutPools({ amenity }: AmenityResult): string[] {
  return [
    'The register keeps the last access type of a pool alone: one that changed from public to members’ use ' +
      'counts as it was last.',
    ...amenity.keptDespite.filter(({ rows }) => rows > 0).map(({ reason, rows }) => `Counted in: ${rows} ${reason}.`),
  ]
}

/** That of some libraries the neighbourhood alone is known, and what that leaves open. */
function placesCaveat({ nearby, england, days }: AmenityResult): string[] {
  if (nearby.every(({ sites }) => sites === 0)) return []
  const share = boundedInWords(measureOn(england.values, 'share-1km', days.base))
  return [
    `Of ${listInWords(nearby.map(({ day, sites }) => `${sites} libraries open on ${periodLabel(day)}`))} only the ` +
      `neighbourhood is known. England’s share within 1 km on ${periodLabel(days.base)} is ${share} by what ` +
      `dates and places leave open.`,
  ]
}

/** What became of the libraries that closed: `3 replaced or said to be, 1 open again, 2 for good`. */
const kindsOfClosings = ({ replaced, saidReplaced, openAgain, lasting }: Turnover): string =>
  [
    `${replaced + saidReplaced} replaced or said to be`,
    ...(openAgain === 0 ? [] : [`${openAgain} open again`]),
    `${lasting} for good`,
  ].join(', ')

function wardLibraries(libraries: AmenityResult, result: StudyResult): Finding[] {
  const { ward, england, comparisons } = libraries
  if (ward === null) return []
  const all = daysOf(libraries)
  const name = ward.place.name
  const last = ward.turnovers.at(-1)
  if (last === undefined) return []
  const { found, interval } = last
  const lost = measureOn(ward.values, 'lost-months', interval)
  const low = toldLowest(libraries)
  const none = found.gross === 0
  const [before, after] = [all[0], all.at(-1)].map((day) => measureOn(ward.values, 'sites-open', day ?? interval.since))
  const known = (before?.bounds?.upper ?? 0) > (after?.value ?? 0) ? ' known to be' : ''
  const allowed =
    lost.bounds === undefined ? '' : `, ${lost.bounds.lower} to ${lost.bounds.upper} by what its dates allow`
  const leastShare = low === null ? '' : `, and ${figureInWords(low)} at the least (on ${periodLabel(low.period)}),`
  return [
    {
      id: 'libraries-ward',
      headline:
        `Libraries in ${name}: ` +
        (none ? `none${known} lost for good` : `${found.gross} closed`) +
        (found.temporary > 0 ? `, ${found.temporary} shut for a time` : ''),
      question: `Which libraries could residents of ${name} reach, before and after?`,
      sentence:
        `${name} had ${course(ward, 'sites-open', all)}: ` +
        (none ? `none${known} closed for good` : `${found.gross} closed (${kindsOfClosings(found)})`) +
        `${found.lostFromSight === 0 ? '' : `, ${found.lostFromSight} of unknown fate`}, ` +
        `${found.temporary === 0 ? 'none' : found.temporary} closed for a time` +
        `${found.temporary === 0 ? '' : ` (${figureInWords(lost)} lost${allowed})`}; ` +
        `of its residents ${numbers(ward, 'share-1km', all, ' %')}${leastShare} ` +
        `lived within 1 km of an open one (England: ${numbers(england, 'share-1km', all, ' %')}).`,
      detail: [
        ...reachableChanges(libraries, result),
        `The mean distance to the nearest open library was ${course(ward, 'mean-distance', all)}.`,
        `Passed from the council to another operator: ` +
          `${found.transferred === null ? 'not known before July 2016' : `${found.transferred} since July 2016`}.`,
        hoursSentence(ward),
        ...placeboSentences(comparisons, ['share-1km', 'mean-distance', 'sites-2km'], result),
      ].filter(Boolean),
      caveats: [
        ...(found.temporary > 0
          ? ['A library shut for rebuilding is no closing, and its lost months are no small matter: both are given.']
          : []),
        LIBRARY_DATES,
        ...placesCaveat(libraries),
        AT_CENTRES,
        ...weakMatch(result),
        ...matchingCaveats(result),
      ],
      method: methodOf(['sites-open', 'share-1km', 'closings-gross', 'closings-temporary', 'lost-months']),
      figures: [
        ...figuresOf(libraries, ward, ['sites-open', 'share-1km'], all),
        ...(low === null ? [] : [{ indicator: 'libraries', measure: 'share-1km', value: low } as const]),
        ...figuresOf(
          libraries,
          ward,
          ['closings-gross', 'closings-replaced', 'closings-temporary', 'lost-months'],
          [interval],
        ),
        ...figuresOf(libraries, england, ['share-1km'], all),
      ],
      rows: rowsOf(libraries, residentsCounted(result)),
    },
  ]
}

const MEAN_HOURS = units.meanCount('hour a week', 'hours a week')
const hoursOn = (value: Value): string =>
  `${numberInWords({ ...value, unit: MEAN_HOURS })} on ${periodLabel(value.period)}` +
  (value.status === 'partial' ? ' (of those that print them)' : '')

function hoursSentence({ place, values }: PlaceAmenity): string {
  const known = values.filter(({ measure, value }) => measure === 'staffed-hours' && value.value !== null)
  return known.length === 0
    ? ''
    : `Staffed hours a week of the open libraries in ${place.name}: ` +
        `${listInWords(known.map(({ value }) => hoursOn(value)))}.`
}

const LOST_FROM_SIGHT = 'lost from sight: open in one list, and of unknown fate in the later ones'

function widerLibraries(libraries: AmenityResult, { council }: StudyResult): Finding {
  const all = daysOf(libraries)
  const summary = (place: PlaceAmenity): string => {
    const parts = place.turnovers.map(({ interval, found }) => {
      const closed =
        found.gross === 0 ? 'none had closed' : `${writeNumber(found.gross, 0)} had closed (${kindsOfClosings(found)})`
      const fate = found.lostFromSight === 0 ? '' : `, ${found.lostFromSight} were of unknown fate`
      return (
        `until ${periodLabel(interval.until)} ${closed}, ${found.opened === 0 ? 'none' : found.opened} ` +
        `opened${fate}, net ${numberInWords({ value: found.net, unit: SITES }, 'signed')}`
      )
    })
    return (
      `${place.place.name} had ${boundedInWords(measureOn(place.values, 'sites-open', all[0] ?? '2010-04-01'))} ` +
      `on ${periodLabel(all[0] ?? '2010-04-01')}; ${parts.join('; ')}`
    )
  }
  const [own, england] = [summary(libraries.council), summary(libraries.england)]
  return {
    id: 'libraries-wider',
    headline: `Libraries in ${council.name} and in England, gross and net`,
    question: `How many libraries closed in ${council.name} and in England?`,
    sentence: `${own}. ${england}.`,
    detail: [
      ...[libraries.council, libraries.england].map((place) => {
        const found = place.turnovers.at(-1)?.found
        return found === undefined
          ? ''
          : `${place.place.name}, to ${periodLabel(all.at(-1) ?? '2023-04-01')}: closed for a time ` +
              `${found.temporary}, reopened ${found.reopened}, passed from the council to another operator ` +
              (found.transferred === null ? 'not known before July 2016' : `${found.transferred} (since July 2016)`) +
              `; of the closings ${found.replaced} replaced within 12 months and 2 km, ` +
              `${found.saidReplaced} said to be replaced without such a library` +
              `${found.lostFromSight === 0 ? '' : `; ${found.lostFromSight} ${LOST_FROM_SIGHT}`}.`
      }),
      ...[libraries.council, libraries.england].map(hoursSentence),
    ].filter(Boolean),
    caveats: [
      LIBRARY_DATES,
      REPLACED,
      'Net is open libraries on the last day less those on the first: reopenings and closings for a time are in it.',
      ...placesCaveat(libraries),
      'Static public libraries, whoever runs them; mobile, prison and archive libraries are left out. A ' +
        'library that passes to volunteers stays open here: its hours and staff may not be what they were.',
      ...leftOut(libraries),
    ],
    method: methodOf(['sites-open', ...TURNOVER]),
    figures: [libraries.council, libraries.england].flatMap((place) => [
      ...figuresOf(libraries, place, ['sites-open'], all.slice(0, 1)),
      ...figuresOf(
        libraries,
        place,
        TURNOVER,
        place.turnovers.map(({ interval }) => interval),
      ),
    ]),
    rows: rowsOf(libraries),
  }
}

/** What is no part of an amenity. */
function leftOut({ amenity }: AmenityResult): string[] {
  return amenity.leftOut
    .filter(({ rows }) => rows > 0)
    .map(({ reason, rows }) => `Left out: ${writeNumber(rows, 0)} ${reason}.`)
}

function englandPools(pools: AmenityResult): Finding {
  const { england, council, days } = pools
  const all = daysOf(pools)
  const last = all.at(-1) ?? days.claim
  const change = (place: PlaceAmenity, measure: AmenityMeasureId, day: IsoDate): string => {
    const { value } = percentChangeOn(place.values, measure, days.base, day)
    return value === null ? 'not known' : changeInWords(value)
  }
  const at = (day: IsoDate): string =>
    `${figureInWords(measureOn(england.values, 'units-open', day))} on ` +
    `${boundedInWords(measureOn(england.values, 'sites-open', day))} with ` +
    `${figureInWords(measureOn(england.values, 'water-open', day))} on ${periodLabel(day)}`
  return {
    id: 'pools-england',
    headline:
      `England’s public pools: sites ${change(england, 'sites-open', last)}, water area ` +
      change(england, 'water-open', last),
    question: 'How many public pools did England have, and how large?',
    sentence:
      `England had ${listInWords(all.map(at))}: to ${periodLabel(days.claim)} ` +
      `${change(england, 'sites-open', days.claim)} in sites and ${change(england, 'water-open', days.claim)} ` +
      `in water area, to ${periodLabel(last)} ${change(england, 'sites-open', last)} and ` +
      `${change(england, 'water-open', last)}; in ${council.place.name} there were ` +
      `${numbers(council, 'sites-open', all, ' sites')}.`,
    detail: england.turnovers.map(
      ({ interval, found }) =>
        `${periodLabel(days.base)} to ${periodLabel(interval.until)}: ${found.gross} sites closed, ` +
        `${found.replaced} of them replaced, ${found.opened} opened, ${found.reopened} reopened, net ` +
        `${numberInWords({ value: found.net, unit: SITES }, 'signed')}.`,
    ),
    caveats: [
      PUBLIC_POOL,
      'Count and capacity can move apart: both are given.',
      REPLACED,
      ...aboutPools(pools),
      ...leftOut(pools),
    ],
    method: methodOf(['sites-open', 'units-open', 'water-open']),
    figures: [
      ...figuresOf(pools, england, ['units-open', 'sites-open', 'water-open'], all),
      ...figuresOf(pools, council, ['sites-open'], all),
    ],
    rows: rowsOf(pools),
  }
}

/** What is near residents, as part of a sentence. */
const NEAR_IN_WORDS = {
  pools: ['a public pool', 'within 2 km'],
  libraries: ['an open library', 'within 1 km'],
} as const

function tenthsFinding(amenities: readonly AmenityResult[]): Finding {
  const sharesOf = ({ kind, tenths }: AmenityResult, tenth: number): string =>
    listInWords(
      tenths
        .filter((each) => each.tenth === tenth)
        .map(({ values, day }) => figureInWords(measureOn(values, NEAR_MEASURE[kind], day))),
    )
  const phrases = amenities.map((each, i) => {
    const days = listInWords([...new Set(each.tenths.map(({ day }) => periodLabel(day)))])
    const [most, least] = [sharesOf(each, 1), sharesOf(each, 10)]
    const [what, distance] = NEAR_IN_WORDS[each.kind]
    return i === 0
      ? `on ${days} ${what} stood ${distance} of ${most} of residents in the most income-deprived tenth of ` +
          `England’s small areas and of ${least} in the least deprived`
      : `on ${days} ${what} ${distance} of ${most} and of ${least}`
  })
  const people = (amenities[0]?.tenths ?? [])
    .filter(({ day }) => day === amenities[0]?.days.base)
    .reduce((sum, each) => sum + each.people, 0)
  const counted =
    `${writeNumber(people, 0)} residents are in a tenth, ` +
    `${writeNumber(amenities[0]?.withoutTenth ?? 0, 0)} live in LSOAs without a score of IMD 2010.`
  return {
    id: 'access-tenths',
    headline: `Access to ${listInWords(amenities.map(({ kind }) => kind))} by deprivation, before and after`,
    question: 'Did access change more where more people are poor?',
    sentence: `${capitalised(phrases.join('; '))}.`,
    detail: [],
    caveats: [
      ...amenities.filter(({ kind }) => kind === 'libraries').flatMap((each) => placesCaveat(each)),
      `${TENTHS} Deprived areas are mostly urban, where anything is nearer.`,
      AT_CENTRES,
      counted,
    ],
    method: [...methodOf(amenities.map(({ kind }) => NEAR_MEASURE[kind])), TENTHS],
    figures: amenities.flatMap((amenity) =>
      amenity.tenths
        .filter(({ tenth }) => tenth === 1 || tenth === 10)
        .flatMap((each) => figuresOf(amenity, each, [NEAR_MEASURE[amenity.kind]], [each.day])),
    ),
    rows: [counted, ...amenities.flatMap((each) => rowsOf(each))],
  }
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
