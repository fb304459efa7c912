import type { ChartWords } from '../../charts/spec.js'
import {
  type PointStatus,
  type SpendingSeries,
  type SpendingYear,
  spendingSeries,
} from '../../charts/spendingSeries.js'
import { financialYear, periodLabel, startOfFinancialYear } from '../../model/period.js'
import type { Value } from '../../model/value.js'
import type { IndicatorResult, OutturnResult, SeriesYear, StudyResult } from '../studyResult.js'
import { headline, whoseFigure } from '../spendingFindings.js'
import { amountInWords, listInWords, noteInWords, percentInWords } from '../../values/words.js'
import { withMarkedBreaks } from './brokenChanges.js'
import { placeWords, spendingSource } from './spendingWords.js'
import { type StudyChart, inBothLayouts } from './studyChart.js'

/** What was spent on one indicator by year, with the distribution of the comparators behind it. */
export function seriesChart(each: OutturnResult, result: StudyResult): StudyChart {
  const { study, ward } = result
  const years = consecutive(each.series.filter(({ measure }) => measure === 'real per head'))
  const marks = breakMarks(years, result).filter(({ from }) => from > (years[0]?.year ?? ''))
  const alone = years
    .filter(({ own, comparators }) => own?.value != null && comparators === null)
    .map(({ year }) => year)
  const missing = years.filter(({ own }) => own === null || own.value === null).map(({ year }) => year)
  const whose = whoseFigures(years, result)
  const series: SpendingSeries = {
    place: ward === null ? whose : `${whose} (inherited by ${ward.name})`,
    comparators: `${countOf(years)} ${study.comparators.label}`,
    years: years.map((year, i) => toPoint(year, segmentAt(years, i, result))),
    breaks: marks,
  }
  const plain: ChartWords = {
    title: titleOf(each, result),
    unit: `Net current expenditure on ${each.indicator.inWords}, pounds a head, prices of ${study.prices.of}`,
    place: placeWords(result, whose),
    source: `Revenue Outturn, ${spendingSource(result)}`,
    notes: [
      ...notesWithYears(years),
      ...(alone.length === 0
        ? []
        : [`No median in ${listInWords(alone)}: fewer than half of the ${study.comparators.label} have a figure.`]),
      ...(missing.length === 0 ? [] : [`Hatched: no figure per head (${missing.join(', ')}).`]),
    ],
    alt: altOf(each, years, result),
  }
  const words = withMarkedBreaks(plain, marks)
  return {
    id: each.indicator.id,
    finding: each.indicator.id,
    words,
    specs: inBothLayouts((layout) => spendingSeries(series, words, layout)),
    table: {
      caption:
        `${each.indicator.title} in ${whose}: pounds a head, prices of ${study.prices.of}, beside ` +
        study.comparators.label,
      grid: {
        columns: [
          'financial year',
          '£ a head',
          'status',
          'basis',
          'comparable with the base year',
          'comparators',
          'their lower quartile, £',
          'their median, £',
          'their upper quartile, £',
        ],
        rows: years.map(({ year, own, comparators }) => [
          year,
          own?.value ?? null,
          own?.status ?? 'missing',
          own?.basis ?? null,
          own?.value == null ? null : own.comparable ? 'yes' : 'no',
          comparators?.n ?? null,
          comparators?.lower ?? null,
          comparators?.median ?? null,
          comparators?.upper ?? null,
        ]),
      },
    },
  }
}

interface ChartYear {
  readonly year: SeriesYear['year']
  readonly own: Value | null
  readonly comparators: SeriesYear['comparators']
}

function consecutive(series: readonly SeriesYear[]): ChartYear[] {
  const byYear = new Map(series.map((each) => [each.year, each]))
  const starts = series.map(({ year }) => startOfFinancialYear(year))
  const [first, last] = [Math.min(...starts), Math.max(...starts)]
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = financialYear(first + i)
    return { year, own: byYear.get(year)?.own ?? null, comparators: byYear.get(year)?.comparators ?? null }
  })
}

/** Whose figures the line shows: with two tiers, of the district and its county. */
function whoseFigures(years: readonly ChartYear[], result: StudyResult): string {
  const known = years.find(({ own }) => own?.value != null)?.own
  return known == null ? result.council.name : whoseFigure(known, result)
}

/** What must be known of single years, with the years. */
function notesWithYears(years: readonly ChartYear[]): string[] {
  return (['sum-of-predecessors', 'both-tiers-added', 'one-tier-alone', 'uncertified-return'] as const).flatMap(
    (note) => {
      const met = years.filter(({ own }) => own?.value != null && own.notes.includes(note)).map(({ year }) => year)
      const [first, last] = [met[0], met.at(-1)]
      return first === undefined || last === undefined
        ? []
        : [`${first === last ? first : `${first} to ${last}`}: ${noteInWords(note, [])}`]
    },
  )
}

/**
 * How many comparators have a figure, from the year with fewest to that with most: councils merge, and some return
 * nothing.
 */
function countOf(years: readonly ChartYear[]): string {
  const counts = years.flatMap(({ comparators }) => comparators?.n ?? [])
  if (counts.length === 0) return 'no'
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)]
  return fewest === most ? `${most}` : `${fewest} to ${most}`
}

/** A segment ends where a year is missing, the basis changes, or a break begins. */
function segmentAt(years: readonly ChartYear[], index: number, { breaks }: StudyResult): number {
  const breakNotes = new Set(breaks.map(({ note }) => note))
  const signature = (year: ChartYear | undefined): string =>
    year?.own?.value == null
      ? 'missing'
      : [year.own.basis, ...year.own.notes.filter((note) => breakNotes.has(note))].join(' ')
  return years.slice(1, index + 1).filter((year, i) => signature(year) !== signature(years[i])).length
}

function toPoint({ year, own, comparators }: ChartYear, segment: number): SpendingYear {
  return {
    year,
    value: own?.value ?? null,
    status: own === null ? 'from published figures' : pointStatus(own),
    comparators: own?.value == null ? null : comparators,
    segment,
  }
}

function pointStatus({ basis, status }: Value): PointStatus {
  if (basis === 'derived-positive-only') return 'negative amounts dropped'
  return status === 'modelled' ? 'population interpolated or replaced since' : 'from published figures'
}

function breakMarks(
  years: readonly ChartYear[],
  result: StudyResult,
): { from: ChartYear['year']; mark: string; text: string }[] {
  const met = new Set(years.flatMap(({ own }) => own?.notes ?? []))
  const ofDerived = years.filter(({ own }) => own?.basis === 'derived-positive-only')
  const derived = ofDerived.some(({ own }) => own?.value != null) ? ofDerived[0] : undefined
  return [
    ...(derived === undefined ? [] : [{ from: derived.year, text: noteInWords('negatives-dropped', []) }]),
    ...result.breaks
      .filter(({ note }) => met.has(note))
      .map(({ note, from, text }) => ({
        from: years.find(({ own }) => own?.notes.includes(note) === true)?.year ?? from,
        text,
      })),
  ]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((each, i) => ({ ...each, mark: `(${'abcdefgh'[i] ?? '?'})` }))
}

function titleOf(each: IndicatorResult, { council, study }: StudyResult): string {
  const plain = headline(each, study)
  const change = plain?.own.change.value ?? null
  const median = plain?.placement.distribution?.median ?? null
  const broken = plain?.own.change.comparable === false ? ' (not fully comparable)' : ''
  const county = plain?.own.change.notes.includes('both-tiers-added') === true ? ' with its county' : ''
  const subject = `${each.indicator.title} in ${council.name}${county}`
  if (plain === undefined || change === null || median === null)
    return `What became of ${subject.charAt(0).toLowerCase()}${subject.slice(1)}?`
  const years = `${each.base} to ${periodLabel(plain.own.after.period)}`
  return (
    `${subject}: ${percentInWords(change)} per head in real terms, ${years}${broken}; ` +
    `median of ${study.comparators.label} ${percentInWords(median)}`
  )
}

function altOf(each: IndicatorResult, years: readonly ChartYear[], result: StudyResult): string {
  const known = years.flatMap(({ year, own, comparators: others }) => {
    if (own?.value == null) return []
    const median = others === null ? '' : ` (median ${amountInWords({ value: others.median, unit: own.unit })})`
    return [`${year} ${amountInWords(own)}${median}`]
  })
  const { study } = result
  return (
    `Line chart of ${each.indicator.inWords}, ${whoseFigures(years, result)}, pounds a head in prices of ` +
    `${study.prices.of}, beside the median of ${countOf(years)} ${study.comparators.label}: ${known.join(', ')}.`
  )
}
