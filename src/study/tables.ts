import { periodLabel } from '../model/period.js'
import type { Value } from '../model/value.js'
import type { Cell } from '../table/parse.js'
import type { Grid } from '../table/print.js'
import type { Change, Comparison } from './compare.js'
import { inheritedBy } from './document.js'
import type { IndicatorResult, StudyResult } from './run.js'

const VALUE_COLUMNS = ['place_code', 'place_name', 'place_vintage', 'unit', 'value', 'status', 'basis', 'comparable', 'notes', 'source'] as const

/**
 * The tables of a study, by file name: every year, every change, and every comparator behind a rank.
 *
 * @example
 * import { parseStudy, runStudy, loadCouncilData, studyTables } from 'wardstick/study'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * const result = runStudy(parseStudy(text, file), await loadCouncilData())
 * [...studyTables(result).keys()] // => ['series.csv', 'changes.csv', 'comparators.csv']
 */
export function studyTables(result: StudyResult): ReadonlyMap<string, Grid> {
  return new Map([
    ['series.csv', seriesTable(result)],
    ['changes.csv', changesTable(result)],
    ['comparators.csv', comparatorsTable(result)],
  ])
}

function seriesTable({ indicators }: StudyResult): Grid {
  return {
    columns: ['indicator', 'measure', 'financial_year', ...VALUE_COLUMNS, 'comparators', 'lower_quartile', 'median', 'upper_quartile'],
    rows: indicators.flatMap(({ indicator, series }) =>
      series.flatMap(({ year, measure, own, england, comparators }) => [
        [indicator.id, measure, year, ...valueCells(own), cell(comparators?.n), cell(comparators?.lower), cell(comparators?.median), cell(comparators?.upper)],
        [indicator.id, measure, year, ...valueCells(england), null, null, null, null],
      ]),
    ),
  }
}

function changesTable({ indicators, ward }: StudyResult): Grid {
  return {
    columns: ['indicator', 'kind', 'measure', 'before', 'after', 'before_value', 'after_value', 'amount_unit', ...VALUE_COLUMNS, 'rank', 'comparators', 'lower_quartile', 'median', 'upper_quartile'],
    rows: indicators.flatMap((each) =>
      each.comparisons.flatMap((comparison) => {
        const { own, england, placement } = comparison
        const { distribution, rank } = placement
        const place = [rank, distribution?.n ?? 0, cell(distribution?.lower), cell(distribution?.median), cell(distribution?.upper)]
        return [
          [...changeCells(each, comparison, own), ...place],
          ...(ward === null || comparison.measure !== 'real per head' ? [] : [[...changeCells(each, comparison, { ...own, change: inheritedBy(ward, own.change) }), null, null, null, null, null]]),
          [...changeCells(each, comparison, england), null, null, null, null, null],
        ]
      }),
    ),
  }
}

function comparatorsTable({ indicators }: StudyResult): Grid {
  return {
    columns: ['indicator', 'kind', 'measure', 'before', 'after', 'before_value', 'after_value', 'amount_unit', ...VALUE_COLUMNS],
    rows: indicators.flatMap((each) => each.comparisons.flatMap((comparison) => comparison.comparators.map((change) => changeCells(each, comparison, change)))),
  }
}

function changeCells({ indicator }: IndicatorResult, { kind, measure }: Comparison, { before, after, change }: Change): Cell[] {
  return [indicator.id, kind, measure, periodLabel(before.period), periodLabel(after.period), before.value, after.value, before.unit, ...valueCells(change)]
}

function valueCells({ place, unit, value, status, basis, comparable, notes, source }: Value): Cell[] {
  return [place.code, place.name, place.vintage, unit, value, status, basis ?? null, comparable, notes.join(' '), source.join(' ')]
}

const cell = (value: number | undefined): Cell => value ?? null
