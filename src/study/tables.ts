import { periodLabel } from '../model/period.js'
import { unitText } from '../model/unit.js'
import type { Value } from '../model/value.js'
import type { Cell } from '../tables/parse.js'
import type { Grid } from '../tables/print.js'
import type { Matching } from '../evaluation/matching.js'
import type { WardRow } from '../tables/declared/wards.js'
import type { Change, Comparison } from '../findings/comparison.js'
import { inheritedBy } from '../findings/figures.js'
import type { AmenityComparison, Neighbourhood } from '../findings/neighbourhood.js'
import type { IndicatorResult, StudyResult } from '../findings/studyResult.js'
import type { VoluntaryResult } from '../findings/voluntaryResult.js'

const VALUE_COLUMNS = [
  'place_code',
  'place_name',
  'place_vintage',
  'unit',
  'value',
  'status',
  'lower',
  'upper',
  'basis',
  'comparable',
  'notes',
  'source',
] as const

/**
 * The tables of a study, by file name: every year, every change, and every comparator behind a rank; with amenities
 * also their figures by day, the ward's changes beside those of its matched wards, these wards and how alike they are,
 * every site that opened or closed, and the returns on voluntary provision.
 *
 * @example
 * import { parseStudy, runStudy, studyTables } from 'wardstick/study'
 * import { loadStudyData } from 'wardstick/data'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * const result = runStudy(parseStudy(text, file), await loadStudyData())
 * const names = [...studyTables(result).keys()]
 * names.slice(0, 4) // => ['series.csv', 'changes.csv', 'comparators.csv', 'amenities.csv']
 */
export function studyTables(result: StudyResult): ReadonlyMap<string, Grid> {
  return new Map([
    ['series.csv', seriesTable(result)],
    ['changes.csv', changesTable(result)],
    ['comparators.csv', comparatorsTable(result)],
    ...(result.neighbourhood === null ? [] : amenityTables(result.neighbourhood)),
    ...(result.voluntary === null ? [] : [['voluntary-provision.csv', voluntaryTable(result.voluntary)] as const]),
  ])
}

function seriesTable({ indicators }: StudyResult): Grid {
  return {
    columns: [
      'indicator',
      'measure',
      'financial_year',
      ...VALUE_COLUMNS,
      'comparators',
      'lower_quartile',
      'median',
      'upper_quartile',
    ],
    rows: indicators.flatMap(({ indicator, series }) =>
      series.flatMap(({ year, measure, own, england, comparators }) => [
        [
          indicator.id,
          measure,
          year,
          ...valueCells(own),
          cell(comparators?.n),
          cell(comparators?.lower),
          cell(comparators?.median),
          cell(comparators?.upper),
        ],
        [indicator.id, measure, year, ...valueCells(england), null, null, null, null],
      ]),
    ),
  }
}

function changesTable({ indicators, ward }: StudyResult): Grid {
  return {
    columns: [
      'indicator',
      'kind',
      'measure',
      'before',
      'after',
      'before_value',
      'after_value',
      'amount_unit',
      ...VALUE_COLUMNS,
      'rank',
      'comparators',
      'lower_quartile',
      'median',
      'upper_quartile',
    ],
    rows: indicators.flatMap((each) =>
      each.comparisons.flatMap((comparison) => {
        const { own, england, placement } = comparison
        const { distribution, rank } = placement
        const place = [
          rank,
          distribution?.n ?? 0,
          cell(distribution?.lower),
          cell(distribution?.median),
          cell(distribution?.upper),
        ]
        return [
          [...changeCells(each, comparison, own), ...place],
          ...(ward === null || comparison.measure !== 'real per head'
            ? []
            : [
                [
                  ...changeCells(each, comparison, { ...own, change: inheritedBy(ward, own.change) }),
                  null,
                  null,
                  null,
                  null,
                  null,
                ],
              ]),
          [...changeCells(each, comparison, england), null, null, null, null, null],
        ]
      }),
    ),
  }
}

function comparatorsTable({ indicators }: StudyResult): Grid {
  return {
    columns: [
      'indicator',
      'kind',
      'measure',
      'before',
      'after',
      'before_value',
      'after_value',
      'amount_unit',
      ...VALUE_COLUMNS,
    ],
    rows: indicators.flatMap((each) =>
      each.comparisons.flatMap((comparison) =>
        comparison.comparators.map((change) => changeCells(each, comparison, change)),
      ),
    ),
  }
}

function changeCells(
  { indicator }: IndicatorResult,
  { kind, measure }: Comparison,
  { before, after, change }: Change,
): Cell[] {
  return [
    indicator.id,
    kind,
    measure,
    periodLabel(before.period),
    periodLabel(after.period),
    before.value,
    after.value,
    unitText(before.unit),
    ...valueCells(change),
  ]
}

function valueCells({ place, unit, value, status, bounds, basis, comparable, notes, source }: Value): Cell[] {
  return [
    place.code,
    place.name,
    place.vintage,
    unitText(unit),
    value,
    status,
    cell(bounds?.lower),
    cell(bounds?.upper),
    basis ?? null,
    comparable,
    notes.join(' '),
    source.join(' '),
  ]
}

function amenityTables({ amenities, matching }: Neighbourhood): [string, Grid][] {
  return [
    [
      'amenities.csv',
      {
        columns: ['amenity', 'measure', 'period', ...VALUE_COLUMNS],
        rows: amenities.flatMap(({ kind, ward, council, england, tenths }) =>
          [...(ward === null ? [] : [ward]), council, england, ...tenths].flatMap(({ values }) =>
            values.map(({ measure, value }): Cell[] => [
              kind,
              measure,
              periodLabel(value.period),
              ...valueCells(value),
            ]),
          ),
        ),
      },
    ],
    [
      'amenity-changes.csv',
      {
        columns: [
          'amenity',
          'measure',
          'before',
          'after',
          'role',
          'before_value',
          'after_value',
          ...VALUE_COLUMNS,
          'placebo_percentile',
        ],
        rows: amenities.flatMap(({ kind, comparisons }) =>
          comparisons.flatMap((comparison) => amenityChangeRows(kind, comparison)),
        ),
      },
    ],
    [
      'amenity-events.csv',
      {
        columns: [
          'amenity',
          'site',
          'name',
          'ward_code',
          'earliest',
          'latest',
          'kind',
          'operator',
          'replaced_by',
          'said_replaced',
          'within_4_km_of_the_ward',
        ],
        rows: amenities.flatMap(({ kind, amenity, sitesNear }) => {
          const near = new Set(sitesNear)
          return amenity.changes.map((change): Cell[] => {
            const site = amenity.sites[change.site]
            return [
              kind,
              site?.id ?? null,
              site?.name ?? null,
              site?.ward_code ?? null,
              change.earliest,
              change.day,
              change.kind,
              change.operator,
              change.replacedBy === null ? null : (amenity.sites[change.replacedBy]?.id ?? null),
              change.saidReplaced,
              near.has(change.site),
            ]
          })
        }),
      },
    ],
    ...(matching === null ? [] : matchingTables(matching)),
  ]
}

function amenityChangeRows(
  kind: string,
  { measure, own, council, england, comparators, placebo }: AmenityComparison,
): Cell[][] {
  const row = (role: string, { before, after, change }: Change, percentile: number | null): Cell[] => [
    kind,
    measure,
    periodLabel(before.period),
    periodLabel(after.period),
    role,
    before.value,
    after.value,
    ...valueCells(change),
    percentile,
  ]
  return [
    row('ward', own, placebo.percentile),
    row('council', council, null),
    row('country', england, null),
    ...comparators.map((each) => row('matched ward', each, null)),
  ]
}

function matchingTables({ matched, balance }: Matching<WardRow>): [string, Grid][] {
  return [
    [
      'matched-wards.csv',
      {
        columns: ['ward_code', 'ward_name', 'district_code', 'district_name', 'mahalanobis_distance'],
        rows: matched.map(({ unit, distance }) => [
          unit.ward_code,
          unit.ward_name,
          unit.district_code,
          unit.district_name,
          distance,
        ]),
      },
    ],
    [
      'balance.csv',
      {
        columns: [
          'covariate',
          'title',
          'ward',
          'matched_mean',
          'candidates_mean',
          'standardised_difference_before',
          'standardised_difference_after',
        ],
        rows: balance.map(({ id, title, own, matched: mean, candidates, differenceBefore, differenceAfter }) => [
          id,
          title,
          own,
          mean,
          candidates,
          differenceBefore,
          differenceAfter,
        ]),
      },
    ],
  ]
}

function voluntaryTable({ years }: VoluntaryResult): Grid {
  return {
    columns: ['measure', 'financial_year', ...VALUE_COLUMNS, 'returned'],
    rows: years.flatMap(({ year, own, england, returned }) => [
      ['amount', year, ...valueCells(own.amount), returned],
      ['share', year, ...valueCells(own.share), returned],
      ['amount', year, ...valueCells(england.amount), null],
      ['share', year, ...valueCells(england.share), null],
    ]),
  }
}

const cell = (value: number | undefined): Cell => value ?? null
