import { isKnownByTenth } from '../findings/placeAmenity.js'
import { digitsOf, writeNumber } from '../values/rounding.js'
import { type AmenityResult, type Neighbourhood, type StudyResult, measureOn } from '../study/index.js'
import type { SiteKind } from '../indicators/sites/siteKind.js'
import { nearMetres } from '../indicators/sites/siteTerms.js'
import { listInWords, numberInWords } from '../values/words.js'
import { periodLabel } from '../model/period.js'
import { units } from '../model/unit.js'
import { type Grid, toText } from '../tables/print.js'

type Measure = Parameters<typeof measureOn>[1]

/** The measures of a kind of sites that are shown, each with its label. */
function shownOf({ unit, counted, aspects }: SiteKind): readonly (readonly [Measure, string])[] {
  const access: readonly (readonly [Measure, string])[] = [
    ['share-1km', 'residents ≤ 1 km, %'],
    ['share-2km', 'residents ≤ 2 km, %'],
    ['share-4km', 'residents ≤ 4 km, %'],
    ['mean-distance', 'mean distance, km'],
  ]
  if (unit === null)
    return [['sites-open', 'open'], ...access, ['sites-2km', '≤ 2 km, mean'], ['sites-4km', '≤ 4 km, mean']]
  const hasWater = aspects.includes('water')
  return [
    ['sites-open', `open ${counted.many}`],
    ['units-open', `open ${unit.many}`],
    ...(hasWater ? [['water-open', 'water area, m²'] as const] : []),
    ...access,
    ['sites-4km', `${counted.many} ≤ 4 km, mean`],
    ['units-4km', `${unit.many} ≤ 4 km, mean`],
    ...(hasWater ? [['water-4km', 'water ≤ 4 km, m², mean'] as const] : []),
  ]
}

/** What the columns of closings say of a kind that tells why a site closed. */
const CLOSINGS_KEY =
  '\n(closed, of them: replaced, said to be replaced, open again; closed for a time; passed from the council to others)'

const tellsWhy = ({ aspects }: SiteKind): boolean => aspects.includes('said-replaced')

/** The sites around the ward of a study, as tables for a terminal. */
export function amenityReport(result: StudyResult): string[] {
  const { neighbourhood } = result
  if (neighbourhood === null) return []
  return [
    ...neighbourhood.amenities.flatMap((each) => [
      `${each.declared.words.title}\n(≥, ≤: something is not known of some of them; in brackets the fewest and the ` +
        `most that dates and places allow)\n${toText(measuresGrid(each))}`,
      `${each.declared.words.title} that closed and opened after ` +
        `${periodLabel(each.days.base)}${tellsWhy(each.declared) ? CLOSINGS_KEY : ''}\n${toText(turnoverGrid(each))}`,
    ]),
    ...matchingText(neighbourhood, result),
    `Residents with ${listInWords(neighbourhood.amenities.filter(isKnownByTenth).map(nearInWords))}, ` +
      `per cent,\nby tenth of ` +
      `England’s LSOAs (income domain of IMD 2010, 1 the most deprived)\n${toText(tenthsGrid(neighbourhood))}`,
  ]
}

const nearInWords = ({ declared }: AmenityResult): string =>
  `${declared.words.near} within ${nearMetres(declared) / 1000} km`

function measuresGrid({ declared, ward, council, england, days }: AmenityResult): Grid {
  const all = [days.base, days.claim, ...days.since]
  const places = [...(ward === null ? [] : [ward]), council, england]
  return {
    columns: ['', '', ...all.map(periodLabel)],
    rows: shownOf(declared).flatMap(([measure, label]) =>
      places.map(({ place, values }, i) => [
        i === 0 ? label : '',
        place.name,
        ...all.map((day) => {
          const value = measureOn(values, measure, day)
          const atLeast = value.status !== 'partial' ? '' : measure === 'mean-distance' ? '≤ ' : '≥ '
          return value.bounds === undefined
            ? `${atLeast}${numberInWords(value)}`
            : `${numberInWords(value)} (${number(value.bounds.lower)}–${number(value.bounds.upper)})`
        }),
      ]),
    ),
  }
}

function turnoverGrid({ declared, ward, council, england }: AmenityResult): Grid {
  const why = tellsWhy(declared)
  const losesSight = declared.aspects.includes('lost-from-sight')
  return {
    columns: [
      '',
      'to',
      'closed',
      'replaced',
      ...(why ? ['said so', 'open again', 'for a time', 'passed on'] : []),
      'opened',
      'reopened',
      ...(losesSight ? ['unknown'] : []),
      'net',
    ],
    rows: [...(ward === null ? [] : [ward]), council, england].flatMap(({ place, turnovers }) =>
      turnovers.map(({ interval, found }) => [
        place.name,
        periodLabel(interval.until),
        found.gross,
        found.replaced,
        ...(why ? [found.saidReplaced, found.openAgain, found.temporary, found.transferred] : []),
        found.opened,
        found.reopened,
        ...(losesSight ? [found.lostFromSight] : []),
        numberInWords({ value: found.net, unit: units.count('site', 'sites') }, 'signed'),
      ]),
    ),
  }
}

function matchingText({ matching, amenities, ward }: Neighbourhood, { study }: StudyResult): string[] {
  if (matching === null || ward === null) return []
  const label = study.amenities?.comparators.label ?? ''
  const balance: Grid = {
    columns: ['', ward.ward_name, label, 'all candidates', 'difference', 'before matching'],
    rows: matching.balance.map(({ title, own, matched, candidates, differenceAfter, differenceBefore }) => [
      title,
      number(own),
      number(matched),
      number(candidates),
      `${writeNumber(differenceAfter, 2)} sd`,
      `${writeNumber(differenceBefore, 2)} sd`,
    ]),
  }
  const placebo: Grid = {
    columns: [
      'change from the first day',
      'to',
      ward.ward_name,
      'median',
      'middle half',
      'percentile',
      'council',
      'England',
    ],
    rows: amenities.flatMap(({ declared, comparisons }) =>
      comparisons.map(({ measure, own, placebo: place, council, england }) => {
        const label = shownOf(declared).find(([shown]) => shown === measure)?.[1]
        const plain = (value: number | null | undefined): string =>
          numberInWords({ value: value ?? null, unit: own.change.unit }, 'signed')
        return [
          label === undefined ? measure : `${declared.words.short}: ${label}`,
          periodLabel(own.after.period),
          plain(own.change.value),
          plain(place.distribution?.median),
          place.distribution === null
            ? null
            : `${plain(place.distribution.lower)} to ${plain(place.distribution.upper)}`,
          place.percentile === null ? null : digitsOf(place.percentile, 0),
          plain(council.change.value),
          plain(england.change.value),
        ]
      }),
    ),
  }
  const noCloseMatch = matching.balance.some(({ differenceAfter }) => Math.abs(differenceAfter) > 0.25)
  return [
    `${ward.ward_name} and the ${matching.matched.length} ${label} (of ` +
      `${writeNumber(matching.candidates, 0)} of its rural-urban class outside the ` +
      `council)${noCloseMatch ? ': no close match' : ''}\n${toText(balance)}`,
    `Beside the ${label}. Placebo percentile: the share of them with a lower change and half of those with an ` +
      `equal one;\nit is not a p-value\n${toText(placebo)}`,
  ]
}

const number = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1000
    ? String(value)
    : Math.abs(value) < 1
      ? writeNumber(value, 3)
      : Math.abs(value) < 1000
        ? writeNumber(value, 1)
        : writeNumber(value, 0)

function tenthsGrid({ amenities: all }: Neighbourhood): Grid {
  const amenities = all.filter(isKnownByTenth)
  const columns = amenities.flatMap(({ declared, tenths }) =>
    [...new Set(tenths.map(({ day }) => day))].map((day) => ({ declared, day })),
  )
  const tenths = [...new Set(amenities.flatMap((each) => each.tenths.map(({ tenth }) => tenth)))]
  return {
    columns: ['tenth', ...columns.map(({ declared, day }) => `${declared.words.short}, ${periodLabel(day)}`)],
    rows: tenths.map((tenth) => [
      String(tenth),
      ...columns.map(({ declared, day }) => {
        const found = amenities
          .find((each) => each.kind === declared.id)
          ?.tenths.find((each) => each.tenth === tenth && each.day === day)
        return found === undefined ? null : numberInWords(measureOn(found.values, declared.near, day))
      }),
    ]),
  }
}
