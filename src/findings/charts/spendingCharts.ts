import { type DumbbellRow, dumbbell } from '../../charts/dumbbell.js'
import { rankedChanges } from '../../charts/rankedChanges.js'
import type { ChartWords } from '../../charts/spec.js'
import { periodLabel } from '../../model/period.js'
import { weakestStatus } from '../../model/status.js'
import { units } from '../../model/unit.js'
import { quantile } from '../../stats/distribution.js'
import type { Grid } from '../../tables/print.js'
import type { Change, Comparison } from '../comparison.js'
import { type IndicatorResult, type OutturnResult, type StudyResult, isOutturn } from '../studyResult.js'
import type { StudyTerms } from '../studyTerms.js'
import { headline, whoseFigure } from '../spendingFindings.js'
import { amountInWords, listInWords, noteInWords, percentInWords, sentenceCase } from '../../values/words.js'
import { type BrokenChanges, brokenChanges, withBreaks } from './brokenChanges.js'
import { seriesChart } from './seriesChart.js'
import { placeWords, spendingSource, whoseRow } from './spendingWords.js'
import { type StudyChart, inBothLayouts } from './studyChart.js'

/** The charts of what was spent: by year, beside other councils, and ranked among the comparators. */
export function spendingCharts(result: StudyResult): StudyChart[] {
  return result.indicators
    .filter(isOutturn)
    .filter(isCharted)
    .flatMap((each) => [seriesChart(each, result), ...councilsChart(each, result), ...rankedChart(each, result)])
}

/** One chart of what was planned, for all the budget lines of a study. */
export function budgetCharts(result: StudyResult): StudyChart[] {
  const budgets = result.indicators.filter((each) => !isOutturn(each))
  const lines = budgets.filter(isCharted).flatMap((each) => {
    const comparison = headline(each, result.study)
    return comparison === undefined ? [] : [{ each, comparison }]
  })
  const [first] = lines
  if (first === undefined) return []
  const { study, council } = result
  const broken = brokenChanges(
    lines.flatMap(({ comparison: { own, england } }) => [own.change, england.change]),
    result,
  )
  const rows = lines.flatMap(({ each, comparison }) => [
    {
      ...dumbbellRow(whoseRow(comparison.own.change, result), comparison.own, broken),
      group: each.indicator.title.replace(' (budget)', ''),
      emphasis: true,
    },
    { ...medianRow(comparison, study), group: each.indicator.title.replace(' (budget)', '') },
    { ...dumbbellRow('England', comparison.england, broken), group: each.indicator.title.replace(' (budget)', '') },
  ])
  const [before, after] = [
    periodLabel(first.comparison.own.before.period),
    periodLabel(first.comparison.own.after.period),
  ]
  const plain: ChartWords = {
    title: `What did ${council.name} plan to spend on ${listInWords(lines.map(({ each }) => each.indicator.inWords))}?`,
    unit: `Budgets, net current expenditure, pounds a head, prices of ${study.prices.of}; ${before} and ${after}`,
    place: placeWords(result),
    source: `Revenue Account budgets, ${spendingSource(result)}`,
    alt: `Before and after on a line for each budget. ${rows.map(rowInWords(before, after)).join(' ')}`,
    notes: ['Budgets are plans made before the year, not what was spent.', ...medianNote(study), ...modelledNote(rows)],
  }
  const words = withBreaks(plain, broken.notes)
  return [
    {
      id: 'budgets',
      finding: 'budgets',
      words,
      specs: inBothLayouts((layout) => dumbbell({ rows, before, after, prefix: '£' }, words, layout)),
      table: {
        caption: `Budgets of ${council.name}, ${before} and ${after}: pounds a head, prices of ${study.prices.of}`,
        grid: dumbbellGrid(rows, before, after, '£ a head'),
      },
    },
  ]
}

const isCharted = ({ series }: IndicatorResult): boolean =>
  series.some(({ own, measure }) => measure === 'real per head' && own.value !== null)

const medianNote = (study: StudyTerms): string[] => [
  `Median: of all ${study.comparators.label} with both figures, each year’s own; the change is the median of ` +
    `their changes.`,
]

/**
 * What is spent before and after by the council, the members of the study's groups, the median comparator and England.
 */
function councilsChart(each: OutturnResult, result: StudyResult): StudyChart[] {
  const comparison = headline(each, result.study)
  if (comparison?.own.change.value == null) return []
  const { study, groups } = result
  const members = membersOf(comparison, result)
  const broken = brokenChanges(
    [comparison.own, ...members.map(({ change }) => change), comparison.england].map(({ change }) => change),
    result,
  )
  const beside = members.length === 0 ? {} : { group: 'Beside them' }
  const rows: DumbbellRow[] = [
    {
      ...dumbbellRow(whoseRow(comparison.own.change, result), comparison.own, broken),
      emphasis: true,
      ...(members.length === 0 ? {} : { group: 'The council studied' }),
    },
    ...members.map(({ name, change, group }) => ({ ...dumbbellRow(name, change, broken), group })),
    { ...medianRow(comparison, study), ...beside },
    { ...dumbbellRow('England', comparison.england, broken), ...beside },
  ]
  const [before, after] = [periodLabel(comparison.own.before.period), periodLabel(comparison.own.after.period)]
  const plain: ChartWords = {
    title:
      `${each.indicator.title}: what did ` +
      `${[result.council.name, ...groups.map(({ label }) => `other ${label}`)].join(', ')} and England spend, ` +
      `${before} and ${after}?`,
    unit: `Net current expenditure on ${each.indicator.inWords}, pounds a head, prices of ${study.prices.of}`,
    place: placeWords(result, whoseFigure(comparison.own.change, result)),
    source: `Revenue Outturn, ${spendingSource(result)}`,
    alt: `Before and after on a line for each place. ${rows.map(rowInWords(before, after)).join(' ')}`,
    notes: [...medianNote(study), ...modelledNote(rows)],
  }
  const words = withBreaks(plain, broken.notes)
  return [
    {
      id: `${each.indicator.id}-councils`,
      finding: each.indicator.id,
      words,
      specs: inBothLayouts((layout) => dumbbell({ rows, before, after, prefix: '£' }, words, layout)),
      table: {
        caption: `${each.indicator.title}, ${before} and ${after}: pounds a head, prices of ${study.prices.of}`,
        grid: dumbbellGrid(rows, before, after, '£ a head'),
      },
    },
  ]
}

const INTERPOLATED = ' Modelled: a population is interpolated, or the ONS has replaced it since.'

/** The members of the study's groups among the comparators, without the council itself. */
function membersOf(
  { comparators }: Comparison,
  { groups, council }: StudyResult,
): { readonly name: string; readonly change: Change; readonly group: string }[] {
  const byCode = new Map(comparators.map((change) => [change.change.place.code, change]))
  return groups.flatMap(({ label, councils }) =>
    councils
      .filter(({ e_code }) => e_code !== council.e_code)
      .flatMap(({ name, gss_code, e_code }) => {
        const change = byCode.get(gss_code ?? e_code)
        return change === undefined ? [] : [{ name, change, group: sentenceCase(label) }]
      }),
  )
}

/** The change of the council among those of all its comparators. */
function rankedChart(each: OutturnResult, result: StudyResult): StudyChart[] {
  const comparison = headline(each, result.study)
  const value = comparison?.own.change.value ?? null
  if (comparison === undefined || value === null) return []
  const { study } = result
  const { own, comparators, placement } = comparison
  const whose = whoseFigure(own.change, result)
  const others = comparators.filter(({ change }) => change.place.code !== own.change.place.code)
  const changes = [
    { label: whoseRow(own.change, result), value, own: true },
    ...others.flatMap(({ change }) =>
      change.value === null ? [] : [{ label: change.place.name, value: change.value }],
    ),
  ]
  const [before, after] = [periodLabel(own.before.period), periodLabel(own.after.period)]
  const { distribution, rank } = placement
  const plain: ChartWords = {
    title:
      `${each.indicator.title}: ${whose} at rank ${rank ?? '–'} of ${distribution?.n ?? 0} ` +
      `${study.comparators.label}, counted from the deepest cut`,
    unit: `Change in net current expenditure a head in real terms, ${before} to ${after}, per cent`,
    place: placeWords(result, whoseFigure(comparison.own.change, result)),
    source: `Revenue Outturn, ${spendingSource(result)}`,
    alt:
      `The changes of ${changes.length} ${study.comparators.label} in order, from ` +
      `${percentInWords(Math.min(...changes.map((each) => each.value)))} to ` +
      `${percentInWords(Math.max(...changes.map((each) => each.value)))}; the median is ` +
      `${percentInWords(distribution?.median ?? null)}, the middle half lies between ` +
      `${percentInWords(distribution?.lower ?? null)} and ${percentInWords(distribution?.upper ?? null)}; ` +
      `${whose} has ${percentInWords(own.change.value)}, rank ${rank ?? '–'}.`,
    notes: [
      `Of all ${study.comparators.label} with a figure, not of a sample: no sampling ` +
        `error.${own.change.status === 'modelled' ? INTERPOLATED : ''}`,
      ...(own.change.notes.includes('both-tiers-added') ? [noteInWords('both-tiers-added', [])] : []),
      ...(placement.without.length === 0
        ? []
        : [`Without a figure, and not drawn: ${listInWords(placement.without.map(({ place }) => place.name))}.`]),
    ],
  }
  const words = withBreaks(plain, [...brokenChanges([own.change], result).notes, ...alsoBroken(comparison)])
  return [
    {
      id: `${each.indicator.id}-ranked`,
      finding: each.indicator.id,
      words,
      specs: inBothLayouts((layout) =>
        rankedChanges(
          { changes, distribution, comparators: study.comparators.label, suffix: ' %', decimals: 1 },
          words,
          layout,
        ),
      ),
      table: {
        caption:
          `${each.indicator.title}: change a head in real terms, ${before} to ${after}, ` +
          `${study.comparators.label} from the deepest cut`,
        grid: {
          columns: ['code', 'council', `£ a head, ${before}`, `£ a head, ${after}`, 'change, %', 'status'],
          rows: [own, ...others]
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

function dumbbellRow(label: string, { before, after, change }: Change, { markOf }: BrokenChanges): DumbbellRow {
  return {
    label,
    before: { value: before.value, status: before.status },
    after: { value: after.value, status: after.status },
    change: `${percentInWords(change.value)}${markOf(change)}`,
  }
}

function medianRow({ comparators, placement }: Comparison, { comparators: { label } }: StudyTerms): DumbbellRow {
  const both = comparators.filter(({ before, after }) => before.value !== null && after.value !== null)
  const median = (of: 'before' | 'after'): DumbbellRow['before'] => {
    const values = both.flatMap((change) => change[of].value ?? [])
    return values.length === 0
      ? { value: null, status: 'missing' }
      : { value: quantile(values, 0.5), status: weakestStatus(both.map((change) => change[of].status)) }
  }
  return {
    label: `Median of ${label}`,
    before: median('before'),
    after: median('after'),
    change: percentInWords(placement.distribution?.median ?? null),
  }
}

function rowInWords(before: string, after: string): (row: DumbbellRow) => string {
  const amount = (value: number | null): string => amountInWords({ value, unit: units.pounds({ per: 'head' }) })
  return (row) =>
    `${row.group === undefined || row.group === 'Beside them' ? '' : `${row.group}, `}${row.label}: ` +
    `${amount(row.before.value)} in ${before}, ${amount(row.after.value)} in ${after} (${row.change}).`
}

function modelledNote(rows: readonly DumbbellRow[]): string[] {
  return rows.some(({ before, after }) => [before, after].some(({ status }) => status === 'modelled'))
    ? ['Squares (modelled): the population is interpolated, or the ONS has replaced the estimate since.']
    : []
}

/** The comparators whose two years are not comparable although those of the council are. */
function alsoBroken({ own, comparators }: Comparison): string[] {
  const broken = comparators.filter(({ change }) => change.value !== null && !change.comparable)
  return own.change.comparable && broken.length > 0
    ? [`Not fully comparable: ${listInWords(broken.map(({ change }) => change.place.name))}.`]
    : []
}

function dumbbellGrid(rows: readonly DumbbellRow[], before: string, after: string, unit: string): Grid {
  const grouped = rows.some(({ group }) => group !== undefined)
  return {
    columns: [
      ...(grouped ? ['group'] : []),
      'place',
      `${unit}, ${before}`,
      'status',
      `${unit}, ${after}`,
      'status',
      'change',
    ],
    rows: rows.map((row) => [
      ...(grouped ? [row.group ?? ''] : []),
      row.label,
      row.before.value,
      row.before.status,
      row.after.value,
      row.after.status,
      row.change,
    ]),
  }
}
