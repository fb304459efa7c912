import { digitsOf } from '../../values/rounding.js'
import { accessByTenth } from '../../charts/accessByTenth.js'
import { yearsAt } from '../../charts/axes.js'
import { type RankedChange, rankedChanges } from '../../charts/rankedChanges.js'
import type { ChartWords } from '../../charts/spec.js'
import { type TimeLine, timeSeries } from '../../charts/timeSeries.js'
import type { AmenityMeasureId } from '../../indicators/amenityMeasures.js'
import type { WardFeature } from '../../model/boundary.js'
import { type IsoDate, periodLabel } from '../../model/period.js'
import { unitText } from '../../model/unit.js'
import type { Value } from '../../model/value.js'
import type { AmenityComparison, AmenityResult } from '../neighbourhood.js'
import { type PlaceAmenity, isKnownByTenth, lastDay, measureOn } from '../placeAmenity.js'
import type { StudyResult } from '../studyResult.js'
import { boundedInWords, figureInWords, listInWords, numberInWords, sentenceCase } from '../../values/words.js'
import { accessSource, deprivationSource, stockSource } from './amenitySource.js'
import type { SiteKind } from '../../indicators/sites/siteKind.js'
import { nearMetres } from '../../indicators/sites/siteTerms.js'
import { inWiderOrder } from '../sites/siteFindings.js'
import { mapChart } from './siteMapChart.js'
import { timelineChart } from './siteTimelineChart.js'
import { type StudyChart, inBothLayouts } from './studyChart.js'

/** The charts of the sites of a study, in the order of the findings. */
export function amenityCharts(result: StudyResult, around: readonly WardFeature[]): StudyChart[] {
  const { neighbourhood } = result
  if (neighbourhood === null) return []
  const { amenities } = neighbourhood
  return [
    ...amenities.flatMap((sites) => [
      ...mapChart(sites, result, around),
      ...timelineChart(sites, result),
      ...sites.declared.charted.flatMap((measure) => matchedChart(sites, measure, result)),
    ]),
    ...inWiderOrder(amenities).map((sites) => openChart(sites, openLines(sites), result)),
    ...amenities.filter(isKnownByTenth).map(tenthsChart),
  ]
}

/** The lines of a chart of the open stock: of the council and England, or of all that England’s sites offer. */
function openLines({ council, england, declared }: AmenityResult): OpenLine[] {
  if (declared.wider === 'council')
    return [council, england].map((place) => ({ name: place.place.name, place, measure: 'sites-open' }))
  const { counted, unit, aspects } = declared
  return [
    { name: sentenceCase(counted.many), place: england, measure: 'sites-open' },
    ...(unit === null ? [] : [{ name: sentenceCase(unit.many), place: england, measure: 'units-open' } as const]),
    ...(aspects.includes('water') ? [{ name: 'Water area', place: england, measure: 'water-open' } as const] : []),
  ]
}

interface OpenLine {
  readonly name: string
  readonly place: PlaceAmenity
  readonly measure: AmenityMeasureId
}

/** What was open on 1 April of each year and on the days of the study, the base day as 100. */
function openChart(amenity: AmenityResult, lines: readonly OpenLine[], { council }: StudyResult): StudyChart {
  const { kind, declared, days } = amenity
  const ofCouncil = declared.wider === 'council'
  const last = lastDay(amenity)
  const of = ({ place, measure }: OpenLine): Value[] =>
    place.values
      .filter((each) => each.measure === measure && typeof each.value.period === 'string' && each.value.period <= last)
      .map(({ value }) => value)
  const baseOf = (line: OpenLine): number => measureOn(line.place.values, line.measure, days.base).value ?? 0
  const shown = lines.filter((line) => baseOf(line) > 0)
  const drawn = shown.map((line): TimeLine => {
    const base = baseOf(line)
    return {
      name: line.name,
      points: of(line).map((value) => {
        const index = value.value === null ? null : (value.value / base) * 100
        const bounds =
          value.bounds === undefined
            ? {}
            : { bounds: { lower: (value.bounds.lower / base) * 100, upper: (value.bounds.upper / base) * 100 } }
        return {
          at: yearsAt(value.period as IsoDate),
          when: periodLabel(value.period),
          value: index,
          status: value.status,
          told: `${boundedInWords(value)}${index === null ? '' : ` (${digitsOf(index, 1)})`}`,
          ...bounds,
        }
      }),
    }
  })
  const { full, plain } = declared.words
  const label = `100 = ${periodLabel(days.base)}`
  const [own] = lines
  const drawnDays = [days.base, days.claim, ...days.since]
  const valueOn = ({ place, measure }: (typeof shown)[number], day: IsoDate): Value =>
    measureOn(place.values, measure, day)
  const stockOn = (line: (typeof shown)[number], day: IsoDate): string =>
    `${boundedInWords(valueOn(line, day))} on ${periodLabel(day)}`
  const words: ChartWords = {
    title: ofCouncil
      ? `How many ${plain.many} were open in ${council.name} and in England?`
      : `England’s ${plain.many}: did ${listInWords(shown.map(({ name }) => name.toLowerCase()))} change alike?`,
    unit: `Open ${full.many} on 1 April and on the days of the study, ${label}`,
    place: ofCouncil
      ? `${council.name} (${council.gss_code ?? council.e_code}); England (E92000001)`
      : 'England (E92000001)',
    source: stockSource(declared),
    alt:
      `Line chart of an index. ` +
      `${shown.map((line) => `${line.name}: ${listInWords(drawnDays.map((day) => stockOn(line, day)))}`).join('; ')}.`,
    notes: [
      `Numbers on ${periodLabel(days.base)}: ` +
        `${shown.map((line) => `${line.name} ${figureInWords(valueOn(line, days.base))}`).join(', ')}.`,
      ...declared.notes.stock,
    ],
  }
  const table = {
    columns: [
      'day',
      ...shown.flatMap((line) => [
        `${line.name}, ${unitText(measureOn(line.place.values, line.measure, days.base).unit)}`,
        ...(ofCouncil ? ['at least', 'at most'] : []),
      ]),
    ],
  }
  const rows = (own === undefined ? [] : of(own)).map(({ period }) => [
    periodLabel(period),
    ...shown.flatMap((line) => {
      const value = measureOn(line.place.values, line.measure, period as IsoDate)
      return [
        value.value,
        ...(ofCouncil ? [value.bounds?.lower ?? value.value, value.bounds?.upper ?? value.value] : []),
      ]
    }),
  ])
  return {
    id: `${kind}-open`,
    finding: declared.widerFinding,
    words,
    specs: inBothLayouts((layout) =>
      timeSeries({ lines: drawn, axis: 'days', steps: true, fromZero: false, reference: 100 }, words, layout),
    ),
    table: {
      caption: `Open ${full.many} by year: ${listInWords(shown.map(({ name }) => name))}`,
      grid: { ...table, rows },
    },
  }
}

/** Access of each tenth of England by deprivation, on the base day and on the last. */
function tenthsChart(amenity: AmenityResult): StudyChart {
  const { kind, declared, days, tenths } = amenity
  const within = `within ${nearMetres(declared) / 1000} km`
  const [before, after] = [days.base, lastDay(amenity)]
  const end = (tenth: number, day: IsoDate): Value | undefined => {
    const found = tenths.find((each) => each.tenth === tenth && each.day === day)
    return found === undefined ? undefined : measureOn(found.values, declared.near, day)
  }
  const numbers = [...new Set(tenths.map(({ tenth }) => tenth))]
  const shares = numbers.map((tenth) => ({ tenth, before: endOf(end(tenth, before)), after: endOf(end(tenth, after)) }))
  const site = declared.words.nearInFull
  const percent = (value: number | null): string => (value === null ? 'not known' : `${digitsOf(value, 1)} %`)
  const sharesOf = (each: (typeof shares)[number]): string =>
    `Tenth ${each.tenth}: ${percent(each.before.value)} on ${periodLabel(before)}, ` +
    `${percent(each.after.value)} on ${periodLabel(after)}`
  const words: ChartWords = {
    title: `Who lived ${within} of ${site}, by deprivation?`,
    unit: `Per cent of residents, by tenth of LSOAs by income deprivation (IMD 2010, 1 the most deprived)`,
    place: 'England (E92000001); LSOAs of 2011',
    source: deprivationSource(declared),
    alt: `Two lines over ten tenths. ` + `${shares.map(sharesOf).join('; ')}.`,
    notes: [
      'Deprived areas are mostly urban, where anything is nearer. Modelled: residents are those of mid-2015 ' +
        'on both days, each at the centre of the LSOA; distances are straight lines.',
      ...(shares.some((each) => each.before.status === 'partial')
        ? [
            `Partial: of some ${declared.words.plain.many} the place is not known, or the neighbourhood alone: ` +
              'the table has the bounds.',
          ]
        : []),
    ],
  }
  return {
    id: `access-tenths-${kind}`,
    finding: 'access-tenths',
    words,
    specs: inBothLayouts((layout) =>
      accessByTenth({ tenths: shares, before: periodLabel(before), after: periodLabel(after) }, words, layout),
    ),
    table: {
      caption: `Residents ${within} of ${site} by tenth of deprivation, per cent`,
      grid: {
        columns: [
          'tenth',
          ...[before, after].flatMap((day) => [`%, ${periodLabel(day)}`, 'at least', 'at most', 'status']),
        ],
        rows: shares.map((each) => [
          each.tenth,
          ...[each.before, each.after].flatMap(({ value, lower, upper, status }) => [value, lower, upper, status]),
        ]),
      },
    },
  }
}

interface End {
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly status: Value['status']
}

const endOf = (value: Value | undefined): End => ({
  value: value?.value ?? null,
  lower: value?.bounds?.lower ?? value?.value ?? null,
  upper: value?.bounds?.upper ?? value?.value ?? null,
  status: value?.status ?? 'missing',
})

interface ChartedMeasure {
  readonly title: string
  readonly unit: string
  readonly suffix: string
}

/** A measure of access in the words of a chart. */
function chartedInWords(measure: AmenityMeasureId, { words, unit, counted }: SiteKind): ChartedMeasure {
  const [of = '', distance = ''] = measure.split('-')
  const within = `within ${distance.replace('km', ' km')} of`
  if (of === 'share')
    return {
      title: `residents ${within} ${words.near}`,
      unit: 'percentage points of residents',
      suffix: ' points',
    }
  const noun = of === 'units' ? (unit ?? counted) : counted
  return { title: `${words.plain.many} ${within} a resident`, unit: `${noun.many}, mean over residents`, suffix: '' }
}

/** The change of the ward among those of its matched wards. */
function matchedChart(
  { kind, declared, comparisons }: AmenityResult,
  measure: AmenityMeasureId,
  { neighbourhood, study }: StudyResult,
): StudyChart[] {
  const found = comparisons.filter((each) => each.measure === measure).at(-1)
  const ward = neighbourhood?.ward ?? null
  const { title, unit, suffix } = chartedInWords(measure, declared)
  const value = found?.own.change.value ?? null
  if (found === undefined || ward === null || value === null) return []
  const { own, comparators, placebo } = found
  const changes: RankedChange[] = [
    { label: ward.ward_name, value, own: true, partial: own.change.status === 'partial' },
    ...others(found, neighbourhood),
  ]
  const label = study.amenities?.comparators.label ?? 'matched wards'
  const [before, after] = [periodLabel(own.before.period), periodLabel(own.after.period)]
  const { distribution } = placebo
  const signed = (change: number): string => numberInWords({ value: change, unit: own.change.unit }, 'signed')
  const ofOthers =
    distribution === null
      ? ''
      : `median of the ${distribution.n} ${label} ${signed(distribution.median)}, ` +
        `middle half ${signed(distribution.lower)} to ${signed(distribution.upper)}; `
  const words: ChartWords = {
    title: `${ward.ward_name} and ${comparators.length} ${label}: how did ${title} change?`,
    unit: `Change from ${before} to ${after}, ${unit}`,
    place: `${ward.ward_name} (${ward.ward_code}, WD13) in ${ward.district_name}; wards of 2013 outside the council`,
    source: accessSource(declared),
    alt:
      `The changes of ${changes.length} wards in order. ${ward.ward_name}: ` +
      `${numberInWords(own.change, 'signed')}; ` +
      `${ofOthers}${placebo.lower} lower, ${placebo.equal} equal, ${placebo.higher} higher.`,
    notes: [
      `Placebo percentile ${placebo.percentile === null ? 'not known' : digitsOf(placebo.percentile, 0)} ` +
        `(${placebo.lower} lower, ${placebo.equal} equal, ${placebo.higher} higher): it places the ward among ` +
        `wards of the same years of cuts, and is not a p-value.`,
      ...(placebo.without.length === 0
        ? []
        : [`Without a figure, and not drawn: ${placebo.without.length} of the ${label}.`]),
    ],
  }
  return [
    {
      id: `${kind}-ward-matched-${measure}`,
      finding: `${kind}-ward`,
      words,
      specs: inBothLayouts((layout) =>
        rankedChanges({ changes, distribution, comparators: label, suffix, decimals: 1 }, words, layout),
      ),
      table: {
        caption: `${ward.ward_name} and its ${label}: ${title}, ${before} and ${after}`,
        grid: {
          columns: ['code', 'ward', before, after, 'change', 'status'],
          rows: [own, ...comparators]
            .sort((a, b) => (a.change.value ?? Number.POSITIVE_INFINITY) - (b.change.value ?? Number.POSITIVE_INFINITY))
            .map((change) => [
              change.change.place.code,
              change.change.place.name,
              change.before.value,
              change.after.value,
              change.change.value,
              change.change.status,
            ]),
        },
      },
    },
  ]
}

/** The matched wards by name and district, as many wards share a name. */
function others({ comparators }: AmenityComparison, neighbourhood: StudyResult['neighbourhood']): RankedChange[] {
  const districts = new Map(neighbourhood?.matching?.matched.map(({ unit }) => [unit.ward_code, unit.district_name]))
  return comparators.flatMap(({ change }) =>
    change.value === null
      ? []
      : [
          {
            label: `${change.place.name} (${districts.get(change.place.code) ?? ''})`,
            value: change.value,
            partial: change.status === 'partial',
          },
        ],
  )
}
